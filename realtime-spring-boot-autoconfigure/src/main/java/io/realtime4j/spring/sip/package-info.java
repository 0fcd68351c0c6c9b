/**
 * Calls that come in by SIP, which the service answers and sessions ride on.
 */
@NullMarked
package io.realtime4j.spring.sip;

import org.jspecify.annotations.NullMarked;
