/**
 * Values inside events, in one package for each subject; this package holds those that
 * all of them share.
 */
@NullMarked
package io.realtime4j.model;

import org.jspecify.annotations.NullMarked;
