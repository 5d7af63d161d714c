/** The database: the server of our own, the connections, transactions that try again, and tables that remember. */
@NullMarked
package cn.guatu.platform.persistence;

import org.jspecify.annotations.NullMarked;
