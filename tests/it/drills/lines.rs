//! The console line by line, as the program is run: what each line records, what is refused, and which run is on which side.

use super::table::Table;
use crate::support::program::Home;
use breachbook::plain::lead::{Lead, table};
use breachbook::plain::{Input, Line};
use breachbook::session::saving::Saving;

/// Lines on the console of the worked example at a time of the morning, and all that it says.
fn type_lines(table: &mut Table, clock: &str, lines: &[&str]) -> String {
    table.at(clock);
    let mut said = Vec::new();
    let saving = Saving::default();
    let conduct = table.conduct.as_mut().unwrap();
    let mut lead = Lead::new(conduct, &saving, &mut said);
    for line in lines {
        assert!(lead.takes(line).unwrap(), "{line}");
    }
    String::from_utf8(said).unwrap()
}

#[test]
fn everything_that_the_console_does_is_done_by_a_line() {
    let mut table = Table::worked();
    let said = type_lines(
        &mut table,
        "10:00:00",
        &[
            "called staff_member R. Quill",
            "called privacy_officer B. Moss absent",
            "watch 10:00:00",
            "start",
            "send 1",
            "hold 2 too early",
            "go 2",
            "later 2 5",
            "later all 5 late",
            "before 2 3",
            "judge e4 partly they were unsure",
            "observe gap Nobody rang",
            "observe strength @2 They asked twice",
            "adhoc A neighbour | deputy, staff_member | Is it so?",
            "adhoc A parent | deputy | email | Is it so | or not?",
            "timeup",
            "pause coffee",
            "resume",
            "back",
        ],
    );
    let recorded = said.lines().filter(|line| line.starts_with("EXERCISE. ")).count();
    assert_eq!(recorded, 18, "{said}");
    assert!(said.contains("by e-mail"), "how it goes may be said: {said}");
    assert!(said.contains("those are not taken back"), "the last is one of the clock: {said}");
    assert!(said.contains("Read out: The link in the newsletter shows me"), "what is spoken is read out: {said}");
    let said =
        type_lines(&mut table, "10:05:00", &["skip 3 no time", "next", "next", "status", "left", "roles", "expected"]);
    assert!(said.contains("Write next again to begin the next part.") && said.contains("part 2 of 2"), "{said}");
    assert!(said.contains("B. Moss, missing"), "{said}");
    let said = type_lines(&mut table, "10:06:00", &["end", "status", "end", "end", "start"]);
    assert_eq!(said.matches("Write end again").count(), 2, "another line takes the word back: {said}");
    assert!(said.contains("The exercise has ended, and its clock with it."), "{said}");
}

#[test]
fn a_line_that_means_nothing_says_what_is_near_and_records_nothing() {
    let mut table = Table::worked();
    let before = table.conduct.as_ref().unwrap().case().state().log.len();
    let said = type_lines(
        &mut table,
        "10:00:00",
        &["stat", "send 9", "judge e_9 met", "part p9", "later", "observe", "", "help"],
    );
    assert!(said.contains("Did you mean start?") || said.contains("Did you mean status?"), "{said}");
    assert!(said.contains("The script has no inject \"9\".") && said.contains("It has p1, p2."), "{said}");
    for command in table_of_commands() {
        assert!(said.contains(command), "{command}");
    }
    assert_eq!(table.conduct.as_ref().unwrap().case().state().log.len(), before);
}

fn table_of_commands() -> impl Iterator<Item = &'static str> {
    table().iter().map(|command| command.name)
}

#[test]
fn an_exercise_is_begun_left_and_taken_up_again_on_the_command_line() {
    let home = Home::new();
    let ran = home.type_into(&["drill", "run", "trinity-form"], b"R. Quill\n.\nstart\nsend 1\nquit\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("Players, in another terminal") && ran.out.contains("breachbook open ex-"), "{}", ran.out);
    assert!(ran.out.contains("Left. The clock of the exercise goes on"), "{}", ran.out);
    let case = std::fs::read_dir(home.cases()).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let ran = home.type_into(&["drill", "console", &case, "--plain"], b"\nend\nend\nquit\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out.contains("Away 0:0") && ran.out.contains("the clock ran on. Exercise time is Fri 15:3"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("Left. The exercise has ended."), "{}", ran.out);
    let control = home.path().join("control");
    let name = std::fs::read_dir(&control).unwrap().next().unwrap().unwrap().path();
    for args in [["status", name.to_str().unwrap()], ["log", name.to_str().unwrap()]] {
        let ran = home.run(&args);
        assert!(ran.code != 0 && ran.err.contains("is the control folder of an exercise"), "{args:?}: {ran:?}");
    }
    let away = home.run(&["drill", "console", &case, "--plain", "--control", home.cases().to_str().unwrap()]);
    assert_eq!(away.code, 1, "{away:?}");
    assert!(away.err.contains("No control folder in"), "{away:?}");
    let inside = home.cases().join("control");
    let refused = home.run(&["drill", "run", "trinity-form", "--control", inside.to_str().unwrap()]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
    assert!(refused.err.contains("the players may read"), "{refused:?}");
}

/// Lines that come when they come: while nobody types, the clock is set on and the console looks again.
struct Waiting<'t> {
    table: &'t dyn Fn(&str),
    times: Vec<&'static str>,
}

impl Input for Waiting<'_> {
    fn next_line(&mut self) -> std::io::Result<Line> {
        Ok(Line::End)
    }

    fn next_line_or(&mut self, idle: &mut dyn FnMut() -> std::io::Result<()>) -> std::io::Result<Line> {
        for time in self.times.drain(..) {
            (self.table)(time);
            idle()?;
        }
        self.next_line()
    }
}

/// It stood in the list of whoever asked for it, and was seen with the next line at the earliest.
#[test]
fn a_contingency_is_offered_when_its_time_comes_and_nothing_has_to_be_typed_for_that() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    table.lead("10:00:30").send("1").unwrap();
    table.lead("10:01:00").send("2").unwrap();
    let mut conduct = table.conduct.take().unwrap();
    let mut said = Vec::new();
    let mut input = Waiting { table: &|clock| table.at(clock), times: vec!["10:06:59", "10:07:01", "10:08:00"] };
    breachbook::plain::lead::lead(&mut conduct, &Saving::default(), &mut input, &mut said).unwrap();
    let said = String::from_utf8(said).unwrap();
    let offers: Vec<_> = said.lines().filter(|line| line.contains("is offered now")).collect();
    assert_eq!(offers.len(), 1, "once, and not before its time: {said}");
    assert!(offers[0].starts_with("EXERCISE  Inject 3 is offered now: "), "{said}");
    let after = said.split_once(offers[0]).unwrap().1;
    assert!(after.starts_with("\n> "), "the prompt stands again: {said}");
}

#[test]
fn a_second_console_is_named_to_whoever_opens_it() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    let first = table.conduct.take().unwrap();
    table.at("10:01:00");
    let second = table.open().unwrap();
    let others = second.other_consoles();
    assert_eq!(others.len(), 1);
    let said = breachbook::page::console::others(others.iter().map(|other| breachbook::page::console::Other {
        person: &other.person,
        device: &other.device,
        run: &other.run,
        last: other.last,
    }));
    assert!(said[0].starts_with("Another console has no closing entry: F. Lead on "), "{said:?}");
    let mut first = first;
    first.leave().unwrap();
    drop(first);
    assert_eq!(table.open().unwrap().other_consoles().len(), 0, "one that was left has said so");
}
