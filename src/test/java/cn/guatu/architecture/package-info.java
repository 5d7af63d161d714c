/** The rules of the house, as tests. */
package cn.guatu.architecture;
