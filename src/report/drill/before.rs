//! What is printed before a drill: the facilitator's book, a sheet for each inject, an evaluation sheet for each objective, and what
//! players get. They have no case yet, and say of which script they are.

use super::titled::Of;
use super::{book, evaluation, handouts, players};
use crate::drill::script::Script;
use crate::page::{Document, Line};
use crate::playbook::Playbook;
use crate::report::frame;
use crate::report::options::Options;
use crate::report::sheet::{Band, Foot, Form, Head, Profile, Sheet};

/// What is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Before {
    Book,
    Injects,
    Evaluation,
    Players,
}

impl Before {
    pub const ALL: [Self; 4] = [Self::Book, Self::Injects, Self::Evaluation, Self::Players];

    /// The name by which it is asked for.
    pub fn word(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Injects => "injects",
            Self::Evaluation => "evaluation",
            Self::Players => "players",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Book => "Facilitator's book",
            Self::Injects => "Injects, a sheet each",
            Self::Evaluation => "Evaluation, a sheet for each objective",
            Self::Players => "For the players",
        }
    }

    /// Whether players may read it.
    pub fn is_for_players(self) -> bool {
        self == Self::Players
    }

    /// What the file is called. Players never see what the script is called.
    pub fn file_name(self, script: &Script) -> String {
        let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { '-' };
        let of = match self {
            Self::Players => script.players_title.chars().map(plain).take(64).collect(),
            _ => script.id.to_string(),
        };
        let of: Vec<&str> = of.split('-').filter(|part| !part.is_empty()).collect();
        let of = if of.is_empty() { "drill".to_owned() } else { of.join("-") };
        format!("EXERCISE-{of}-{}", self.word())
    }
}

/// A print of a script, whole.
pub fn sheet(what: Before, script: &Script, playbook: Option<&Playbook>, options: &Options) -> Sheet {
    let of = Of { script, playbook };
    let body = match what {
        Before::Book => book::body(&of),
        Before::Injects => handouts::body(&of),
        Before::Evaluation => evaluation::body(&of),
        Before::Players => players::body(&script.for_players(), playbook),
    };
    around(what, &of, options, body)
}

fn around(what: Before, of: &Of<'_>, options: &Options, body: Document) -> Sheet {
    let script = of.script;
    let (title, handling, made_from) = match what {
        Before::Players => (&script.players_title, "For players", String::new()),
        // Whoever is handed one must not read what the script is called.
        Before::Injects => (&script.players_title, "Not before it is sent", String::new()),
        _ => (&script.title, "Facilitators only", format!("script {}, SHA-256 {}", script.id, short(&script.digest))),
    };
    let policy = of.playbook.map_or_else(String::new, |playbook| frame::policy(&playbook.source));
    Sheet {
        form: Form { id: what.word().to_owned(), number: None, version: 1 },
        title: what.title().to_owned(),
        lang: "en",
        bands: vec![Band::Exercise],
        head: Head {
            organisation: of.playbook.map_or_else(String::new, |playbook| frame::organisation(playbook, options)),
            mode: "EXERCISE EXERCISE EXERCISE".into(),
            case: String::new(),
            handling: options.handling.clone().unwrap_or_else(|| handling.to_owned()),
            title: Line::from(title.as_str()),
            clock: Line::default(),
        },
        foot: Foot {
            as_of: made_from,
            times: String::new(),
            seal: String::new(),
            policy,
            moment_ms: script.start.instant().timestamp_millis(),
        },
        size: of.playbook.map_or_else(Default::default, |playbook| frame::size(playbook, options)),
        landscape: false,
        profile: Profile::Full,
        letter: None,
        body,
    }
}

fn short(digest: &str) -> &str {
    digest.get(..16).unwrap_or(digest)
}
