package io.realtime4j.spring.bridge.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.realtime4j.spring.bridge.BridgeAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BridgeClientFiles}.
 */
class BridgeClientFilesTests {

	private static final String SCRIPT = "export const words = 'größer';\n";

	@TempDir
	private Path directory;

	private BridgeClientFiles files;

	@BeforeEach
	void createFiles() throws IOException {
		Files.writeString(this.directory.resolve("realtime-client.js"), SCRIPT);
		Files.writeString(this.directory.resolve("secret.js"), "secret");
		this.files = new BridgeClientFiles(new FileSystemResource(this.directory + "/"), BridgeAccess.ofSameOrigin());
	}

	@Test
	void fileIsSentAsScriptThatBrowsersAskForAgain() throws Exception {
		MockHttpServletResponse response = handle("GET", "/realtime/realtime-client.js", null);
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentType()).isEqualTo("text/javascript;charset=UTF-8");
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
		assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(response.getContentAsString()).isEqualTo(SCRIPT);
	}

	@Test
	void fileThatHasNotChangedIsNotSentAgain() throws Exception {
		String tag = handle("GET", "/realtime/realtime-client.js", null).getHeader("ETag");
		MockHttpServletResponse response = handle("GET", "/realtime/realtime-client.js", tag);
		assertThat(response.getStatus()).isEqualTo(304);
		assertThat(response.getContentAsByteArray()).isEmpty();
		assertThat(handle("GET", "/realtime/realtime-client.js", "\"other\"").getStatus()).isEqualTo(200);
	}

	@Test
	void otherFilesAreNotServed() throws Exception {
		assertThat(handle("GET", "/realtime/secret.js", null).getStatus()).isEqualTo(404);
		assertThat(handle("GET", "/realtime/capture-worklet.js", null).getStatus()).isEqualTo(404);
		assertThat(handle("GET", "/realtime/", null).getStatus()).isEqualTo(404);
	}

	@Test
	void everyFileIsInTheJar() throws Exception {
		this.files = new BridgeClientFiles(BridgeAccess.ofSameOrigin());
		assertThat(BridgeClientFiles.names()).isNotEmpty();
		for (String name : BridgeClientFiles.names()) {
			assertThat(handle("GET", "/realtime/" + name, null).getStatus()).as(name).isEqualTo(200);
		}
	}

	@Test
	void otherMethodsAreRefused() {
		assertThatExceptionOfType(HttpRequestMethodNotSupportedException.class)
			.isThrownBy(() -> handle("POST", "/realtime/realtime-client.js", null));
	}

	private MockHttpServletResponse handle(String method, String uri, String tag) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(method, uri);
		if (tag != null) {
			request.addHeader("If-None-Match", tag);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.files.handleRequest(request, response);
		return response;
	}

}
