/**
 * Work that live sessions delegate: functions of the application, called by the model
 * that does the work.
 */
@NullMarked
package io.realtime4j.live.tool;

import org.jspecify.annotations.NullMarked;
