/**
 * Auto-configuration of calls that come in by SIP.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.sip;

import org.jspecify.annotations.NullMarked;
