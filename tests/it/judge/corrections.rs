//! Recording anew puts an entry right: the new one stands in its place, whatever that had seen, and what changes by it is said before.

use crate::support::desk::Desk;
use breachbook::case::Fact;
use breachbook::page::log::told;
use breachbook::page::preface;
use breachbook::record::verbs::{
    answer, call, contact, count, decision, defer, note, pass_on, prohibition, silence, task,
};
use breachbook::record::{self, Draft, Field, Verb, common, correct};

fn desk() -> Desk {
    let mut desk = Desk::open_text("every_kind", include_str!("../support/every_kind.toml"));
    desk.answer("really", "yes");
    desk.answer("places", "Hall\nGym");
    desk
}

/// A verb, what it is on, and what was wrong and is right in some of its fields.
type Slip = (&'static Verb, &'static str, &'static [(&'static Field, &'static str, &'static str)]);

static SLIPS: &[Slip] = &[
    (&answer::VERB, "how_many", &[(&answer::VALUE, "9000", "9")]),
    (
        &task::VERB,
        "if_told",
        &[
            (&task::OUTCOME, task::RULED_OUT, task::NEEDED),
            (&task::WORDS, "Not here", "Law"),
            (&task::ADVISED, "B. Counsel", "B. Counsel"),
        ],
    ),
    (&call::VERB, "tell_head", &[(&call::OUTCOME, "reached", "no_answer")]),
    (&pass_on::VERB, "tell_head", &[(&pass_on::TO, "C. Ito", "C. Otto")]),
    (&decision::VERB, "together", &[(&decision::OPTION, "yes", "no"), (&decision::SEAT, "head", "head")]),
    (&prohibition::VERB, "leave_on", &[(&prohibition::BROKEN, "Switched off", "Unplugged")]),
    (&defer::VERB, "which", &[(&defer::UNTIL, "in 30m", "in 40m")]),
    (&silence::VERB, "who_pays", &[(&silence::VALUE, "The owner", "The tenant"), (&silence::ROLE, "head", "head")]),
    (&contact::VERB, "head", &[(&contact::PERSON, "P. Lee", "J. Lee"), (&contact::CHANNEL, "555-0142", "555-0143")]),
    (&count::VERB, "mails", &[(&count::AMOUNT, "9", "4")]),
    (&note::VERB, "really", &[(&note::TEXT, "A note", "Another")]),
];

fn filled(draft: Draft, slip: &Slip, right: bool) -> Draft {
    slip.2
        .iter()
        .fold(draft, |draft, (field, wrong, put_right)| draft.with(field, if right { *put_right } else { *wrong }))
}

/// What the case says, without the names and numbers of its entries.
fn picture(desk: &Desk) -> String {
    let mut status = desk.status();
    let of = status.as_object_mut().unwrap();
    for key in ["case", "heads", "entries", "last", "seal", "seals"] {
        of.remove(key);
    }
    // That a stop was struck out is said of its clock for ever.
    for clock in of["clocks"].as_array_mut().unwrap() {
        clock.as_object_mut().unwrap().remove("undone");
    }
    let text = serde_json::to_string_pretty(&status).unwrap();
    without_names(&text)
}

/// Names of entries (`k4-12`) differ between the two desks.
fn without_names(text: &str) -> String {
    let name = |word: &str| word.split_once('-').is_some_and(|(run, seq)| run.len() == 2 && seq.parse::<u32>().is_ok());
    text.split_inclusive(|sign: char| !sign.is_alphanumeric() && sign != '-')
        .map(|word| if name(word.trim_end_matches(|sign: char| !sign.is_alphanumeric())) { "ENTRY" } else { word })
        .collect()
}

fn same(one: &str, other: &str, verb: &Verb) {
    if let Some((one, other)) = one.lines().zip(other.lines()).find(|(one, other)| one != other) {
        panic!("{verb:?}: {one} is not {other}");
    }
}

fn place(state: &breachbook::case::CaseState, name: &str) -> usize {
    (0..state.log.len()).find(|at| state.name(*at) == name).unwrap()
}

#[test]
fn whatever_people_record_can_be_recorded_anew_and_the_case_is_as_if_it_had_been_right_at_once() {
    for slip in SLIPS {
        let (verb, on, _) = *slip;
        let mut desk = desk();
        let wrong = desk.session.submit(&filled(Draft::new(verb, on), slip, false)).unwrap();
        let again = correct::draft(&desk.session.view(), &wrong.name).unwrap();
        let receipt = desk.session.submit(&filled(again, slip, true)).unwrap_or_else(|why| panic!("{verb:?}: {why:?}"));
        // The same with a strike and a record.
        let mut other = self::desk();
        let name = other.session.submit(&filled(Draft::new(verb, on), slip, false)).unwrap().name;
        other.session.submit(&Draft::new(&record::verbs::strike::VERB, name)).unwrap();
        other.session.submit(&filled(Draft::new(verb, on), slip, true)).unwrap();
        same(&picture(&desk), &picture(&other), verb);
        // Both stay readable, and each names the other.
        let state = desk.session.state();
        assert_eq!(state.replaced_by(place(state, &wrong.name)), Some(place(state, &receipt.name)), "{verb:?}");
        let says = told(Some(desk.session.playbook()), state, place(state, &receipt.name), desk.session.now()).value;
        assert!(says.ends_with(&format!("in the place of {}", wrong.name)), "{says}");
        let said = desk.said(&receipt).remarks.join(" ");
        assert!(said.contains(&format!("In the place of {} (", wrong.name)), "{said}");
        // Struck out, the new one gives the old one back.
        let before = desk.session.submit(&Draft::new(&record::verbs::strike::VERB, &receipt.name)).map(|_| ());
        before.unwrap();
        let state = desk.session.state();
        assert_eq!(state.replaced_by(place(state, &wrong.name)), None, "{verb:?}");
        let mut as_before = self::desk();
        as_before.session.submit(&filled(Draft::new(verb, on), slip, false)).unwrap();
        same(&picture(&desk), &picture(&as_before), verb);
    }
}

#[test]
fn what_is_recorded_anew_twice_replaces_what_the_first_had_replaced() {
    let mut desk = desk();
    let first = desk.session.submit(&Draft::new(&count::VERB, "mails").with(&count::AMOUNT, "9")).unwrap().name;
    let second = anew(&mut desk, &first, &count::AMOUNT, "7");
    let third = anew(&mut desk, &second, &count::AMOUNT, "5");
    assert_eq!(held(&desk), "5");
    // The one between is out of account already: striking it brings nothing back.
    desk.session
        .submit(&Draft::new(&record::verbs::strike::VERB, &second).with(&record::verbs::strike::REASON, "A slip"))
        .unwrap();
    assert_eq!(held(&desk), "5");
    let refused = correct::draft(&desk.session.view(), &first).unwrap_err();
    let said =
        breachbook::page::refusal::said(&desk.session.view(), &refused, breachbook::page::refusal::Voice::Command);
    assert_eq!(said.what, format!("{first} was replaced already, by {third}."));
}

fn anew(desk: &mut Desk, name: &str, field: &'static Field, text: &str) -> String {
    let draft = correct::draft(&desk.session.view(), name).unwrap();
    desk.session.submit(&draft.with(field, text)).unwrap().name
}

fn held(desk: &Desk) -> String {
    let of = desk.of("registers", "mails");
    of["total"].to_string().trim_matches('"').to_owned()
}

#[test]
fn an_entry_that_two_laptops_put_right_unseen_is_said_to_count_twice_until_one_is_struck_out() {
    let mut desk = desk();
    let first = desk.session.submit(&Draft::new(&count::VERB, "mails").with(&count::AMOUNT, "9")).unwrap().name;
    let mut other = desk.second_session("C. Ito");
    let draft = correct::draft(&other.view(), &first).unwrap();
    other.submit(&draft.with(&count::AMOUNT, "7")).unwrap();
    // This one has not looked at the folder since.
    let five = anew(&mut desk, &first, &count::AMOUNT, "5");
    desk.session.refresh().unwrap();
    assert_eq!(held(&desk), "12");
    let twice = desk.of("registers", "mails")["contradictions"][0].clone();
    assert_eq!((twice["row"].as_str(), twice["said"].as_array().unwrap().len()), (Some(first.as_str()), 2), "{twice}");
    let strike =
        Draft::new(&record::verbs::strike::VERB, &five).with(&record::verbs::strike::REASON, "Counted once more");
    desk.session.submit(&strike).unwrap();
    assert_eq!(held(&desk), "7");
    assert_eq!(desk.of("registers", "mails")["contradictions"].as_array().unwrap().len(), 0);
}

#[test]
fn an_answer_that_is_put_right_asks_again_what_rested_on_it() {
    let mut desk = Desk::open("trinity");
    let first = desk.answer("recalled", "yes").name;
    let draft = correct::draft(&desk.session.view(), &first).unwrap().with(&answer::VALUE, "no");
    let switched = record::would_switch(&desk.session.view(), &draft);
    let receipt = desk.session.submit(&draft).unwrap();
    assert_eq!(receipt.changes, switched, "what was said before is what came");
    assert!(!switched.is_empty());
}

#[test]
fn what_a_strike_would_switch_stands_in_its_form_before_the_reason_is_asked() {
    let mut desk = Desk::open("trinity");
    let name = desk.answer("recalled", "yes").name;
    let view = desk.session.view();
    let asked = record::ask(&view, &Draft::new(&record::verbs::strike::VERB, name.clone()));
    let lines: Vec<_> =
        asked.above.iter().flat_map(|above| preface::said(&view, above)).map(|(_, line)| line).collect();
    assert!(lines.contains(&"This switches:".to_owned()), "{lines:?}");
    let told: Vec<_> = lines.iter().skip_while(|line| *line != "This switches:").skip(1).cloned().collect();
    let draft = Draft::new(&record::verbs::strike::VERB, name).with(&record::verbs::strike::REASON, "Another case");
    let receipt = desk.session.submit(&draft).unwrap();
    let came = breachbook::page::receipt::switches(desk.session.playbook(), &receipt.changes);
    assert_eq!(told[..came.len().min(6)], came[..came.len().min(6)]);
}

#[test]
fn nothing_stands_in_the_place_of_what_says_something_else() {
    let mut desk = desk();
    let name = desk.answer("how_many", "9").name;
    let opened = desk.session.state().name(0);
    let refuse = |desk: &mut Desk, draft: Draft| match desk.session.submit(&draft) {
        Err(breachbook::session::SubmitError::Refused(refusal)) => refusal.reason.code,
        other => panic!("{other:?}"),
    };
    let other_question = Draft::new(&answer::VERB, "really").with(&answer::VALUE, "no").with(&common::SETTLES, &name);
    assert_eq!(refuse(&mut desk, other_question), "settles-something-else");
    let a_note = Draft::new(&note::VERB, "how_many").with(&note::TEXT, "x").with(&common::SETTLES, &name);
    assert_eq!(refuse(&mut desk, a_note), "settles-something-else");
    let the_opening = Draft::new(&answer::VERB, "really").with(&answer::VALUE, "no").with(&common::SETTLES, opened);
    assert_eq!(refuse(&mut desk, the_opening), "strike-opened");
    let strike = Draft::new(&record::verbs::strike::VERB, &name).with(&record::verbs::strike::REASON, "x");
    let strike = desk.session.submit(&strike).unwrap().name;
    assert_eq!(correct::draft(&desk.session.view(), &strike).unwrap_err().reason.code, "settles-a-strike");
    assert_eq!(correct::draft(&desk.session.view(), &name).unwrap_err().reason.code, "struck-already");
    assert!(matches!(desk.session.state().log.last().unwrap().recorded.fact, Fact::StruckOut { .. }));
}
