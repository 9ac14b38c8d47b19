//! Bundled tabletops as they are held: the console on the full screen of one terminal, the players' screen in another, both on one clock
//! that the test sets. Every line of a play is done by keys, and what the review says then is what was worked out by hand, to the second.

use crate::at_the_console::Console;
use crate::at_the_table::Table;
use crate::night::{CTRL_C, ENTER, Night, USUAL};
use crate::reviewed::lines;
use crate::set_clock::SetClock;
use breachbook::drill::script::bundled::bundled_source;
use breachbook::drill::script::load;
use breachbook::playbook::bundled::open_bundled;
use breachbook::source::Source;

struct Held {
    night: Night,
    clock: SetClock,
    console: Console,
    table: Table,
}

impl Held {
    /// Opened as a facilitator and the players open it, without a roll-call.
    fn opened(named: &str, source: &Source) -> Self {
        let night = Night::new();
        let clock = SetClock::new(night.home());
        let mut terminal = clock.screen(&night, &["drill", "run", named], USUAL);
        terminal.shows("a single dot ends it.").keys(".\r").shows("facilitator only").shows("NOT STARTED");
        let case = night.only_case();
        let script = load(source, &open_bundled).script.unwrap();
        let console = Console { terminal, script };
        let mut terminal = clock.screen(&night, &["open", case.to_str().unwrap()], USUAL);
        terminal.shows("Who is at the keyboard?").keys(ENTER).shows("NOT STARTED");
        Self { night, clock, console, table: Table { terminal, case } }
    }

    fn plays(&mut self, line: &str, begun: u64) {
        let mut words = line.split_whitespace();
        let (time, who) = (words.next().unwrap(), words.next().unwrap());
        let act = line[line.find(who).unwrap() + who.len()..].trim();
        let (minutes, seconds) = time.split_once(':').unwrap();
        let since = minutes.parse::<u64>().unwrap() * 60 + seconds.parse::<u64>().unwrap();
        self.console.lives_until(&mut self.clock, begun + since);
        if who == "table" {
            return self.table.records(act, self.clock.now());
        }
        self.console.acts(act);
        if let Some(number) = act.strip_prefix("send ") {
            self.table.takes_in(number);
        }
    }
}

/// Holds a drill by the lines of its play.
fn held(named: &str, source: &Source, play: &'static str, by_hand: &'static str) {
    let mut held = Held::opened(named, source);
    let begun = held.clock.seconds();
    let acts = |text: &'static str| text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    acts(play).for_each(|line| held.plays(line, begun));
    for terminal in [&mut held.console.terminal, &mut held.table.terminal] {
        assert!(terminal.keys(CTRL_C).shows("Leave").keys(CTRL_C).ends().success());
    }
    let review = held.night.fine(&["drill", "review", held.table.case.to_str().unwrap(), "--json"]);
    let review = serde_json::from_str(&review).unwrap();
    assert_eq!(lines(&review), acts(by_hand).collect::<Vec<_>>());
}

macro_rules! held {
    ($name:ident, $id:literal) => {
        #[test]
        fn $name() {
            let by_hand = include_str!(concat!("../drills/plays/", $id, ".came.txt"));
            held($id, &bundled_source($id).unwrap(), include_str!(concat!("../drills/plays/", $id, ".txt")), by_hand);
        }
    };
}

held!(the_excursion_form_is_held_in_two_terminals, "trinity-form");
held!(the_forwarded_mailbox_is_held_in_two_terminals, "shepherd-mailbox");
held!(the_shared_project_site_is_held_in_two_terminals, "modot-project-site");
held!(the_booking_server_is_held_in_two_terminals, "msu-clinic");
held!(the_lunch_accounts_are_held_in_two_terminals, "morenet-meals");

#[test]
fn the_worked_example_is_held_in_two_terminals() {
    let script = Source::new("worked.toml", include_str!("../drills/worked.toml"));
    held(
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/drills/worked.toml"),
        &script,
        include_str!("../drills/plays/worked.txt"),
        include_str!("../drills/plays/worked.came.txt"),
    );
}
