/**
 * What services say in tests: all, or less.
 */
@NullMarked
package io.realtime4j.spring.service;

import org.jspecify.annotations.NullMarked;
