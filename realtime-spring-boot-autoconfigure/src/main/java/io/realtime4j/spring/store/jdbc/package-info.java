/**
 * Store of conversations on Spring JDBC.
 */
@NullMarked
package io.realtime4j.spring.store.jdbc;

import org.jspecify.annotations.NullMarked;
