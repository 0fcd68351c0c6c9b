package io.realtime4j.model.session;

/**
 * When an ephemeral key ends: a time that the server says, or a length that the client
 * asks for.
 *
 * @since 0.1.0
 */
public sealed interface SecretExpiry permits ExpiresAt, ExpiresAfter, UnknownSecretExpiry {

}
