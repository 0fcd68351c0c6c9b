/**
 * Answers of the model and transcripts.
 */
@NullMarked
package io.realtime4j.speech;

import org.jspecify.annotations.NullMarked;
