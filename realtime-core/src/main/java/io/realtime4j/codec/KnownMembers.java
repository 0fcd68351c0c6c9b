package io.realtime4j.codec;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Lets of a record only those members be written that it knows: neither the further ones
 * that it keeps, nor the JSON of an unknown variant.
 */
final class KnownMembers extends JacksonAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	@Override
	public Boolean hasAnyGetter(MapperConfig<?> config, Annotated accessor) {
		return Boolean.FALSE;
	}

	@Override
	public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
		return member.hasAnnotation(JsonAnyGetter.class) || super.hasIgnoreMarker(config, member);
	}

	@Override
	public Boolean hasAsValue(MapperConfig<?> config, Annotated accessor) {
		return JsonNode.class.isAssignableFrom(accessor.getRawType()) ? Boolean.FALSE
				: super.hasAsValue(config, accessor);
	}

}
