/**
 * The work of the desk: tables, bookings, and the tools by which the model does it.
 */
@NullMarked
package io.realtime4j.sample.desk;

import org.jspecify.annotations.NullMarked;
