package io.realtime4j.benchmarks.load.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and a certificate for this machine that nobody but the load programs trusts.
 *
 * @param file the key store, in PKCS12
 */
public record SelfSigned(Path file) {

	/**
	 * The password of the key store, which protects nothing.
	 */
	public static final String PASSWORD = "changeit";

	/**
	 * Create a certificate with the {@code keytool} of this JVM.
	 * @param directory where the key store is written to
	 * @return the certificate
	 */
	public static SelfSigned create(Path directory) {
		Path file = directory.resolve("load.p12");
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		try {
			Process process = new ProcessBuilder(keytool, "-genkeypair", "-alias", "load", "-keyalg", "EC",
					"-groupname", "secp256r1", "-validity", "7", "-dname", "CN=localhost", "-ext",
					"SAN=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore",
					file.toString())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
				throw new IllegalStateException("keytool did not make a certificate");
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("keytool cannot be run", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while keytool ran", ex);
		}
		return new SelfSigned(file);
	}

	/**
	 * Return a certificate that was created before.
	 * @param file the key store
	 * @return the certificate
	 */
	public static SelfSigned load(String file) {
		return new SelfSigned(Path.of(file));
	}

	/**
	 * Return what secures a connection, on either side of it.
	 * @return the context
	 */
	public SSLContext sslContext() {
		try (InputStream stream = Files.newInputStream(this.file)) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(stream, PASSWORD.toCharArray());
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(store, PASSWORD.toCharArray());
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), trust(store).getTrustManagers(), null);
			return context;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException("The certificate cannot be read", ex);
		}
	}

	private static TrustManagerFactory trust(KeyStore store) throws GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		try {
			trusted.load(null, null);
		}
		catch (IOException ex) {
			throw new GeneralSecurityException(ex);
		}
		trusted.setCertificateEntry("load", store.getCertificate("load"));
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		return factory;
	}

}
