/**
 * The values inside events, told apart by what they describe; this package holds those
 * that all of them share.
 */
@NullMarked
package io.realtime4j.model;

import org.jspecify.annotations.NullMarked;
