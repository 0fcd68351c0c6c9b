/**
 * How the desk behaves on the telephone.
 */
@NullMarked
package io.realtime4j.sample.phone;

import org.jspecify.annotations.NullMarked;
