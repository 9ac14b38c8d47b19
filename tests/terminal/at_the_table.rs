//! Players at their screen: what the command line would record, by keys on the cards and forms of the full screen.

use crate::night::{CTRL_S, DOWN, ENTER, ESC, TAB};
use crate::terminal::{Terminal, flat};
use breachbook::base::Now;
use breachbook::judge::View;
use breachbook::judge::picture::agenda::Target;
use breachbook::plain::arguments::typed;
use breachbook::record::field::Argument;
use breachbook::record::rows::{FOR, FOR_REST};
use breachbook::record::{self, Ask, Draft, FieldKind, WholeLine};
use breachbook::session::printing::{Stand, Was};
use breachbook::store::CaseFolder;
use std::path::PathBuf;

pub struct Table {
    pub terminal: Terminal,
    pub case: PathBuf,
}

/// What stands before a card that tells what others changed.
const CHANGED: &str = "WHAT CHANGED";

/// How a record is made on the screen.
struct Keys {
    /// What is typed to find it: as much of its title as stands on one line; and what it is called before that.
    title: String,
    kind: &'static str,
    /// The letter that answers a question of yes and no.
    letter: Option<&'static str>,
    /// Else the command that opens the form, and each field that is filled in, by its label.
    command: String,
    fields: Vec<(String, Fill)>,
    /// Whether a form for one more row follows.
    adds: bool,
}

enum Fill {
    Text(String),
    One(usize),
    Several(Vec<usize>),
}

impl Keys {
    fn of(view: &View<'_>, draft: &Draft) -> Self {
        let playbook = view.playbook;
        let (target, kind, title) = match playbook.position(&draft.on) {
            Some(at) => (Target::Item(at), playbook.items[at].body.noun(), &playbook.items[at].title),
            None => {
                let at = playbook.silences.iter().position(|silence| silence.id.as_str() == draft.on);
                let at = at.unwrap_or_else(|| panic!("the playbook has no {}", draft.on));
                (Target::Silence(at), "not said", &playbook.silences[at].topic)
            }
        };
        let asked = record::ask(view, draft).asks;
        let fills = |ask: &Ask| {
            // What only a form asks is what the rest of the draft makes of it.
            let made = (ask.field.argument == Argument::Boxes && !ask.choices.is_empty()).then(|| ask.offered());
            let rest = (ask.field == &FOR && draft.is_on(&FOR_REST)).then_some("**");
            let value = draft.given_at(&ask.place()).or(rest).or(made).filter(|value| !value.is_empty())?;
            Some((ask.label.to_string(), fill(ask, value)))
        };
        let given = asked.iter().filter_map(fills);
        let fields: Vec<_> = given.collect();
        let line = WholeLine::of(view, target).filter(|line| line.verb == draft.verb && fields.len() == 1);
        let letter = line.and_then(|line| draft.given(line.verb.fields[0])).and_then(|value| match value {
            "yes" | "needed" => Some("y"),
            "no" => Some("n"),
            _ => None,
        });
        Self {
            title: title.chars().take(56).collect::<String>().trim_end().to_owned(),
            kind,
            letter,
            command: draft.verb.spoken().to_lowercase(),
            fields,
            adds: draft.verb.word == "row",
        }
    }
}

fn fill(ask: &Ask, value: &str) -> Fill {
    let place = |value: &str| {
        let value = ask.chosen(value);
        ask.choices.iter().position(|choice| choice.id == value).unwrap_or_else(|| panic!("{}: no {value}", ask.label))
    };
    match ask.kind {
        FieldKind::Many => Fill::Several(value.split(',').map(place).collect()),
        FieldKind::Pick | FieldKind::Switch if !ask.choices.is_empty() => Fill::One(place(value)),
        _ => Fill::Text(value.to_owned()),
    }
}

/// The label of the field that is filled in, without what stands in the field.
fn focused(contents: &str) -> Option<&str> {
    contents.lines().find_map(|line| line.trim_start().strip_prefix("▸ ")).map(label)
}

fn label(line: &str) -> &str {
    let end = line.find(": ").into_iter().chain(line.find("? ")).min();
    line[..end.unwrap_or(line.len())].trim_end().trim_end_matches([':', '?'])
}

/// Whether a choice is made in the field that is filled in; its options stand set in below its label.
fn is_chosen(contents: &str, number: usize) -> bool {
    let below = contents.lines().skip_while(|line| !line.trim_start().starts_with("▸ ")).skip(1);
    let mut options = below.take_while(|line| line.starts_with("     (") || line.starts_with("        "));
    options.any(|line| line.contains(&format!("(•) {number} ")))
}

impl Table {
    /// Records what a line of the command line says, and waits for the receipt.
    pub fn records(&mut self, act: &str, now: Now) {
        let draft = typed(act).unwrap_or_else(|why| panic!("{act}: {why:?}"));
        let was = Was::of(&CaseFolder::open(&self.case).unwrap(), &Stand::Now, now).unwrap();
        let keys = was.looking(|view, _| Keys::of(view, &draft));
        let number = self.terminal.recorded() + 1;
        self.finds(keys.kind, &keys.title);
        match keys.letter {
            Some(letter) => _ = self.terminal.keys(letter).shows("Enter record").keys(ENTER),
            None => self.fills_in(&keys),
        }
        self.terminal.records(number);
        self.reads_what_changed();
        if keys.adds {
            self.terminal.shows("Enter done").keys(ESC).hides("Enter done");
        }
    }

    /// Puts it on the card, by the search; others may be called nearly the same.
    fn finds(&mut self, kind: &str, title: &str) {
        let marked = |contents: &str, at: usize| {
            let mut rows =
                contents.lines().filter_map(|line| line.trim_start_matches('│').trim_start().strip_prefix("▸ "));
            rows.nth(at).map(flat).unwrap_or_default()
        };
        let (title, found) = (flat(title), flat(&format!("{kind} {title}")));
        self.terminal.keys("/").shows("─ Search").keys(&title);
        self.terminal.wait("what was typed", |screen, _| marked(&screen.contents(), 0) == title);
        loop {
            let here = marked(&self.terminal.screen(), 1);
            if here.starts_with(&found) {
                break;
            }
            self.terminal.keys(DOWN).wait(&format!("a row behind {here:?}, towards {found:?}"), |screen, _| {
                marked(&screen.contents(), 1) != here
            });
        }
        self.terminal.keys(ENTER).hides("─ Search");
    }

    fn fills_in(&mut self, keys: &Keys) {
        let row = format!("▸ record {}", keys.command);
        self.terminal.keys(":").shows("─ Commands").keys(&keys.command).shows(&row).keys(ENTER).hides("─ Commands");
        for (label, fill) in &keys.fields {
            self.goes_to(label);
            match fill {
                Fill::Text(text) => _ = self.terminal.keys(text),
                Fill::One(at) if *at < 9 => self.chooses(at + 1),
                Fill::One(at) => _ = self.terminal.keys(&DOWN.repeat(at + 1)),
                Fill::Several(all) => {
                    for at in all {
                        self.terminal.keys(&(at + 1).to_string());
                    }
                }
            }
        }
        self.terminal.keys(CTRL_S);
    }

    /// By its number, which may lead on to another field.
    fn chooses(&mut self, number: usize) {
        let screen = self.terminal.screen();
        let here = focused(&screen).map(str::to_owned);
        if !is_chosen(&screen, number) {
            self.terminal.keys(&number.to_string()).wait(&format!("choice {number}"), |screen, _| {
                let contents = screen.contents();
                is_chosen(&contents, number) || focused(&contents).is_some_and(|now| Some(now) != here.as_deref())
            });
        }
    }

    /// To a field, by Tab.
    fn goes_to(&mut self, label: &str) {
        let begins: String = self::label(label).chars().take(30).collect();
        let mut passed = Vec::new();
        loop {
            self.terminal.wait("a form", |screen, _| focused(&screen.contents()).is_some());
            let here = focused(&self.terminal.screen()).unwrap_or_default().to_owned();
            if here.starts_with(&begins) {
                return;
            }
            assert!(!passed.contains(&here), "no field {label:?} in the form\n{}", self.terminal.screen());
            passed.push(here.clone());
            self.terminal.keys(TAB).wait(&format!("a field behind {here:?}, towards {label:?}"), |screen, _| {
                focused(&screen.contents()).is_some_and(|now| now != here)
            });
        }
    }

    /// Takes an inject in. What the records of others changed may be told first.
    pub fn takes_in(&mut self, inject: &str) {
        let title = format!("INJECT {inject} ");
        let number = self.terminal.recorded() + 1;
        let either = |screen: &vt100::Screen| screen.contents().contains(&title) || screen.contents().contains(CHANGED);
        self.terminal.wakes().wait(&title, |screen, _| either(screen));
        self.reads_what_changed();
        self.terminal.shows(title.trim_end());
        // A long one is read to its end, a screen at a time.
        while self.terminal.screen().contains("Enter read on") {
            let before = self.terminal.screen();
            self.terminal.keys(ENTER).wait("more of the inject", |screen, _| screen.contents() != before);
        }
        self.terminal.keys(ENTER).hides(title.trim_end()).records(number);
        self.reads_what_changed();
    }

    fn reads_what_changed(&mut self) {
        if self.terminal.screen().contains(CHANGED) {
            self.terminal.keys(ESC).hides(CHANGED);
        }
    }
}
