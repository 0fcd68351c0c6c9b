/**
 * Audio formats and voices, as session settings and responses name them.
 */
@NullMarked
package io.realtime4j.model.audio;

import org.jspecify.annotations.NullMarked;
