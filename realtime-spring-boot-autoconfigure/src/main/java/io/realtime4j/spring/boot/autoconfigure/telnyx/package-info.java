/**
 * Auto-configuration of calls from Telnyx.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.telnyx;

import org.jspecify.annotations.NullMarked;
