package io.realtime4j.spring.boot.autoconfigure.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * {@link RuntimeHintsRegistrar} for the events of all protocol families and what they are
 * made of, which are read and written by their constructors and accessors. All types of
 * their packages are registered, so that an event that is added has its hints.
 */
class ProtocolRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> TYPES = List.of("event/**/", "model/**/", "translation/event/**/",
			"translation/model/**/", "live/event/**/", "live/model/**/",
			// What happens to sessions is named in the log by the components of its
			// records
			"session/", "tool/", "guardrail/");

	private static final MemberCategory[] MEMBERS = { MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
			MemberCategory.INVOKE_DECLARED_METHODS, MemberCategory.ACCESS_DECLARED_FIELDS };

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(classLoader);
		MetadataReaderFactory readers = MetadataReaderFactory.create(classLoader);
		try {
			for (String types : TYPES) {
				for (Resource type : resolver.getResources("classpath*:io/realtime4j/" + types + "*.class")) {
					String name = readers.getMetadataReader(type).getClassMetadata().getClassName();
					if (!name.endsWith("package-info")) {
						hints.reflection().registerType(TypeReference.of(name), MEMBERS);
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The types of the protocol cannot be read", ex);
		}
	}

}
