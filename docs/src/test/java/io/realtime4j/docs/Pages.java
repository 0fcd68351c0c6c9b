package io.realtime4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages of the documentation and their code.
 */
final class Pages {

	static final Path ROOT = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize().getParent();

	private static final String FENCE = "```";

	private Pages() {
	}

	static List<String> all() {
		try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
			Stream<String> pages = docs.map((page) -> "docs/" + page.getFileName())
				.filter((page) -> page.endsWith(".md"))
				.sorted();
			return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "minimal-sample/README.md",
					"benchmarks/README.md", "benchmarks/LOAD.md"), pages)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Snippet> snippets() {
		return all().stream().flatMap((page) -> snippets(page).stream()).toList();
	}

	static List<Snippet> snippets(String page) {
		List<String> lines = text(page).lines().toList();
		List<Snippet> snippets = new ArrayList<>();
		int application = 0;
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).equals("<!-- another application -->")) {
				application++;
			}
			if (lines.get(i).startsWith(FENCE)) {
				int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
				String code = lines.subList(i + 1, end).stream().collect(Collectors.joining("\n", "", "\n"));
				snippets.add(new Snippet(page, i + 2, lines.get(i).substring(FENCE.length()), application, code));
				i = end;
			}
		}
		return snippets;
	}

	static String text(String page) {
		try {
			return Files.readString(ROOT.resolve(page));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
