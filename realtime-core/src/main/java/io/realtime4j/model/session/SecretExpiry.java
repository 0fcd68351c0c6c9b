package io.realtime4j.model.session;

/**
 * Expiry of an ephemeral key: a time that the server reports, or a lifetime that the
 * client requests.
 *
 * @since 0.1.0
 */
public sealed interface SecretExpiry permits ExpiresAt, ExpiresAfter, UnknownSecretExpiry {

}
