package io.realtime4j.spring.boot.autoconfigure.store;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Configuration properties for the store of conversations in a relational database.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.store.jdbc")
public class JdbcStoreProperties {

	/**
	 * Database schema initialization mode.
	 */
	private DatabaseInitializationMode initializeSchema = DatabaseInitializationMode.EMBEDDED;

	/**
	 * Path to the SQL file that initializes the schema.
	 */
	private String schema = "classpath:io/realtime4j/spring/store/jdbc/schema-@@platform@@.sql";

	/**
	 * Platform that stands for the placeholder in the path. Detected by default.
	 */
	private @Nullable String platform;

	/**
	 * How long a statement may take, a second or more.
	 */
	private Duration timeout = Duration.ofSeconds(5);

	public DatabaseInitializationMode getInitializeSchema() {
		return this.initializeSchema;
	}

	public void setInitializeSchema(DatabaseInitializationMode initializeSchema) {
		this.initializeSchema = initializeSchema;
	}

	public String getSchema() {
		return this.schema;
	}

	public void setSchema(String schema) {
		this.schema = schema;
	}

	public @Nullable String getPlatform() {
		return this.platform;
	}

	public void setPlatform(@Nullable String platform) {
		this.platform = platform;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

}
