/**
 * Calls that carriers bring over media streams: the types with which an application takes
 * part in them.
 */
@NullMarked
package io.realtime4j.spring.phone;

import org.jspecify.annotations.NullMarked;
