/** What tests stand on: a real database server, a clock that stands still, a way to begin anew. */
package cn.guatu.testing;
