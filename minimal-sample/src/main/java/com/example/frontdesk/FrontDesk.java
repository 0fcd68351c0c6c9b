package com.example.frontdesk;

import java.time.LocalDate;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.spring.event.RealtimeEvent;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.spring.tool.RealtimeToolParam;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class FrontDesk {

	@RealtimeTool(description = "Returns the price of a room for one night, in euros")
	int price(@RealtimeToolParam("number of guests") int guests) {
		return 60 + 20 * guests;
	}

	@RealtimeTool(description = "Reserves a room", approval = RealtimeTool.Approval.REQUIRED)
	String reserve(@RealtimeToolParam("name of the guest") String guest, LocalDate day) {
		return "A room is reserved for " + guest + " on " + day;
	}

	@EventListener
	void on(RealtimeEvent<ResponseDone> event) {
		String text = event.getPayload().text();
		if (!text.isEmpty()) {
			System.out.println(event.session().id() + ": " + text);
		}
	}

}
