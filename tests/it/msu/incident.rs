//! Section I: what is reportable, what not to do, who is told, and what waits for MSU Police.

use crate::msu::desk::Desk;
use crate::support::program::words;

#[test]
fn prohibitions_and_the_first_call_stand_before_everything_else() {
    let desk = Desk::open();
    let look = desk.look();
    for id in ["keep_powered_on", "no_log_on", "no_admin_functions"] {
        assert_eq!(look.item(id), "in-force", "{id}");
    }
    assert_eq!(&look.next()[..2], ["disconnect", "tell_it_services"]);
    let contacts = look.0["contacts"].as_array().unwrap();
    let desk_number = contacts.iter().find(|contact| contact["call"] == "tell_it_services").unwrap();
    assert_eq!(
        (desk_number["state"].as_str(), desk_number["channel"].as_str()),
        (Some("due"), Some("phone (517) 432-6200"))
    );

    desk.answers(&[("investigators_arrived", "yes")]);
    let look = desk.look();
    assert_eq!((look.item("no_log_on"), look.item("no_admin_functions")), ("lifted".into(), "lifted".into()));
    assert_eq!(look.item("keep_powered_on"), "in-force", "arriving is not directing otherwise");
    desk.answers(&[("directed_otherwise", "yes"), ("investigators_arrived", "no")]);
    let look = desk.look();
    assert_eq!((look.item("keep_powered_on"), look.item("no_log_on")), ("lifted".into(), "in-force".into()));
}

#[test]
fn belief_in_an_ability_or_misuse_is_enough_and_unknown_hides_nothing() {
    let desk = Desk::open();
    for (ability, misuse, rule, call, cio) in [
        ("unknown", "unknown", "pending", "due", "due"),
        ("no", "unknown", "pending", "due", "due"),
        ("no", "yes", "met", "due", "due"),
        ("yes", "no", "met", "due", "due"),
        ("no", "no", "not-met", "not-applicable", "not-applicable"),
    ] {
        desk.answers(&[("ability_believed", ability), ("data_misused", misuse)]);
        let look = desk.look();
        assert_eq!(look.rule("reportable_incident"), rule, "{ability} {misuse}");
        assert_eq!(look.item("tell_it_services"), call, "{ability} {misuse}");
        assert_eq!(look.item("tell_cio"), cio, "{ability} {misuse}");
    }
    let look = desk.look();
    assert_eq!(look.of("silences", "not_reportable")["applies"], true);
    assert_eq!(look.item("data_accessed"), "open", "the other test does not hang on this one");
}

#[test]
fn immediately_runs_from_the_discovery_to_the_call_and_from_the_call_to_the_cio() {
    let desk = Desk::open();
    desk.answers(&[("discovered_at", "2026-01-10 02:00")]);
    let look = desk.look();
    assert_eq!((look.clock("clock_report"), look.clock("clock_cio")), ("running".into(), "waiting".into()));
    assert!(look.of("clocks", "clock_report")["due"].is_null(), "no hours are given");
    desk.record(&["call", "tell_it_services", "reached", "--at", "2026-01-10 02:20"]);
    let look = desk.look();
    assert_eq!((look.clock("clock_report"), look.clock("clock_cio")), ("stopped".into(), "running".into()));
    assert_eq!(look.of("clocks", "clock_report")["elapsed_s"], 20 * 60);
    desk.reached(&["tell_cio"]);
    assert_eq!(desk.look().clock("clock_cio"), "stopped");
}

#[test]
fn the_police_hold_one_lane_and_the_reports_go_on() {
    let desk = Desk::open();
    desk.answers(&[("ability_believed", "yes"), ("data_types", "card, health")]);
    let look = desk.look();
    assert_eq!(
        (look.phase("coordination"), look.item("resume_coordination")),
        ("pending".into(), "pending".into()),
        "nothing is held before the alert"
    );

    desk.reached(&["alert_police"]);
    let look = desk.look();
    assert_eq!((look.phase("coordination"), look.item("resume_coordination")), ("held".into(), "held".into()));
    assert!(!look.next().contains(&"resume_coordination"), "what is held is not asked");
    for due in ["cio", "controller", "hipaa_officer"] {
        assert!(look.due().contains(&due), "{due} is told all the same");
    }

    desk.answers(&[("criminal_investigation", "yes")]);
    assert_eq!(desk.look().phase("coordination"), "held", "there is an investigation");
    desk.answers(&[("investigation_completed", "no")]);
    assert_eq!(desk.look().phase("coordination"), "held");
    desk.answers(&[("investigation_completed", "yes")]);
    let look = desk.look();
    assert_eq!((look.phase("coordination"), look.item("resume_coordination")), ("open".into(), "open".into()));

    desk.answers(&[("criminal_investigation", "unknown")]);
    assert_eq!(desk.look().phase("coordination"), "held", "not known yet is not no");
    desk.answers(&[("criminal_investigation", "no")]);
    let look = desk.look();
    assert_eq!((look.phase("coordination"), look.item("resume_coordination")), ("open".into(), "open".into()));
    assert_eq!(look.item("investigation_completed"), "answered", "what was recorded stays");
}

#[test]
fn each_type_of_data_has_its_office_and_proprietary_data_need_not_be_confidential() {
    let desk = Desk::open();
    let offices = [
        ("card", "tell_controller", "controller_outside", "clock_controller"),
        ("student", "tell_registrar", "registrar_outside", "clock_registrar"),
        ("research", "tell_regulatory_affairs", "regulatory_affairs_outside", "clock_regulatory_affairs"),
        ("health", "tell_hipaa_officer", "hipaa_officer_outside", "clock_hipaa_officer"),
        ("employee", "tell_human_resources", "human_resources_outside", "clock_human_resources"),
    ];
    let look = desk.look();
    for (_, call, outside, _) in offices {
        assert_eq!((look.item(call), look.item(outside)), ("pending".into(), "pending".into()), "{call}");
    }
    desk.answers(&[("ability_believed", "no"), ("data_misused", "no"), ("data_types", "research, employee")]);
    desk.reached(&["tell_it_services"]);
    let look = desk.look();
    for (kind, call, outside, clock) in offices {
        let told = ["research", "employee"].contains(&kind);
        let wanted = if told {
            ("due", "to-be-decided", "running")
        } else {
            ("not-applicable", "not-applicable", "not-applicable")
        };
        assert_eq!(
            (look.item(call), look.item(outside), look.clock(clock)),
            (wanted.0.into(), wanted.1.into(), wanted.2.into()),
            "{kind}"
        );
        assert_eq!(look.of("clocks", clock)["word"], "promptly");
    }
    desk.record(&["task", "human_resources_outside", "needed", "The pension fund must know."]);
    assert_eq!(desk.look().item("human_resources_outside"), "open", "found appropriate: now it is a duty");
    desk.ruled_out("regulatory_affairs_outside", "No outside party has an interest.");
    assert_eq!(desk.look().item("regulatory_affairs_outside"), "ruled-out");

    desk.answers(&[("data_types", "none")]);
    assert_eq!(desk.look().item("tell_controller"), "not-applicable");
}

#[test]
fn only_a_significant_incident_goes_to_the_seven_and_people_judge_what_that_is() {
    let desk = Desk::open();
    let told = [
        "tell_president",
        "tell_vp_finance",
        "tell_provost",
        "tell_general_counsel",
        "tell_vp_communications",
        "tell_board_secretary",
        "tell_internal_audit",
    ];
    desk.answers(&[("ability_believed", "yes")]);
    let look = desk.look();
    assert!(told.iter().all(|call| look.item(call) == "pending"), "it is not judged yet");
    assert_eq!(look.item("tell_cio"), "due", "the CIO is told of every incident");
    assert!(desk.refused(&["decision", "significant", "significant"]).contains("reason"));

    desk.decide("significant", "not_significant");
    let look = desk.look();
    assert!(told.iter().all(|call| look.item(call) == "not-applicable"));
    desk.decide("significant", "significant");
    let look = desk.look();
    assert!(told.iter().all(|call| look.item(call) == "due"));
    desk.record(&["call", "tell_provost", "no_answer"]);
    assert_eq!(desk.look().item("tell_provost"), "attempted");
    assert_eq!(words(&desk.look().of("items", "tell_board_secretary")["clauses"]), ["RR-2", "RR-2f"]);
}

#[test]
fn the_written_record_is_kept_from_the_discovery_on() {
    let desk = Desk::open();
    assert_eq!(desk.look().item("action_log"), "open");
    desk.record(&["row", "action_log", "Cable of the server pulled", "done=2026-01-10 02:05", "state=done"]);
    desk.record(&["row", "action_log", "Service Desk called", "done=2026-01-10 02:20", "state=done"]);
    assert_eq!(desk.look().item("action_log"), "continuing");
}
