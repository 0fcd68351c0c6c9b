package io.realtime4j.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks shell commands of the documentation: the modules, classes and files that they
 * name exist.
 */
final class ShellCheck {

	private static final Pattern MODULES = Pattern.compile("-pl ([\\w,-]+)");

	private static final Pattern CLASSES = Pattern.compile("(?:-Dtest|main-class)=(?:[a-z0-9]+\\.)*(\\w+)");

	private static final Pattern FILES = Pattern.compile("(?:^|[ =])((?:benchmarks|docs|sample-app)/[\\w./-]+)");

	private ShellCheck() {
	}

	static List<String> missing(String commands) throws IOException {
		List<String> missing = new ArrayList<>();
		for (String module : found(MODULES, commands)) {
			for (String name : module.split(",")) {
				addUnless(Files.isDirectory(Pages.ROOT.resolve(name)), name, missing);
			}
		}
		for (String type : found(CLASSES, commands)) {
			addUnless(isType(type), type, missing);
		}
		for (String file : found(FILES, commands)) {
			addUnless(file.contains("/target/") || Files.exists(Pages.ROOT.resolve(file)), file, missing);
		}
		return missing;
	}

	private static List<String> found(Pattern pattern, String commands) {
		return pattern.matcher(commands).results().map((found) -> found.group(1)).toList();
	}

	private static void addUnless(boolean exists, String name, List<String> missing) {
		if (!exists) {
			missing.add(name);
		}
	}

	private static boolean isType(String name) throws IOException {
		try (Stream<Path> modules = Files.list(Pages.ROOT)) {
			for (Path module : modules.filter(Files::isDirectory).toList()) {
				Path sources = module.resolve("src");
				if (Files.isDirectory(sources)) {
					try (Stream<Path> files = Files.walk(sources)) {
						if (files.anyMatch((file) -> file.endsWith(name + ".java"))) {
							return true;
						}
					}
				}
			}
		}
		return false;
	}

}
