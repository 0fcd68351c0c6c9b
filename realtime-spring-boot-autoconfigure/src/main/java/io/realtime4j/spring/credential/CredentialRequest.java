package io.realtime4j.spring.credential;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request for a credential.
 *
 * @param spec what the session shall be: a {@link io.realtime4j.session.SessionSpec}, a
 * {@link io.realtime4j.translation.session.TranslationSpec} or a
 * {@link io.realtime4j.live.session.LiveSpec}; {@code null} for a request to the HTTP
 * endpoints that belongs to no session
 * @param attributes the attributes that the session begins with, empty without one
 * @since 0.1.0
 */
public record CredentialRequest(@Nullable Object spec, Map<String, Object> attributes) {

	/**
	 * Create a new {@link CredentialRequest} instance.
	 */
	public CredentialRequest {
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Return what the session shall be.
	 * @param <T> the type
	 * @param type the type of the specification
	 * @return the specification, or {@code null} if it is of another type
	 */
	public <T> @Nullable T spec(Class<T> type) {
		return type.isInstance(this.spec) ? type.cast(this.spec) : null;
	}

	/**
	 * Return a text without the specification, which may be confidential.
	 */
	@Override
	public String toString() {
		return "CredentialRequest[spec=" + ((this.spec != null) ? this.spec.getClass().getSimpleName() : null)
				+ ", attributes=" + this.attributes.keySet() + "]";
	}

}
