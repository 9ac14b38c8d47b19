//! The refusals of drafting, approving and sending, for the test that words each in three voices.

use crate::support::desk::Desk;
use crate::verbs::draft;
use breachbook::judge::evidence::texts::latest;
use breachbook::record::{Draft, Refusal, decide};
use breachbook::session::SubmitError;

/// More than the playbook of the verbs has: a letter that may not apply, and one that has several texts.
const MORE: &str = r#"
[[document]]
id = "perhaps"
phase = "all"
title = "Letter that may not apply"
to = ["head"]
contents = [{ title = "What happened", from = "story", cite = "A-1" }]
approved_by = ["head"]
texts = [{ id = "one", when = "how_many > 5" }, { id = "two", when = "how_many <= 5" }]
verb = "shall"
when = "really"
cite = "A-1"
"#;

struct Tried {
    desk: Desk,
    refused: Vec<Refusal>,
}

impl Tried {
    fn refuse(&mut self, draft: &Draft) {
        match self.desk.session.submit(draft) {
            Err(SubmitError::Refused(why)) => self.refused.push(*why),
            other => panic!("it was not refused: {draft:?}: {other:?}"),
        }
    }

    fn record(&mut self, draft: &Draft) {
        self.desk.session.submit(draft).unwrap_or_else(|why| panic!("{draft:?}: {why:?}"));
    }

    /// A text of somebody's own, in a file of the folder that vanishes.
    fn text(&self, document: &str, text: &str) -> Draft {
        let path = self.desk.home.path().join("text.md");
        std::fs::write(&path, text).unwrap();
        draft("draft", document, &[("text", path.to_str().unwrap())])
    }

    fn seal(&self, document: &str) -> String {
        latest(self.desk.session.view().counting(), document).last().unwrap().seal()
    }
}

/// Each refusal, with the desk on which it was met.
pub fn refused() -> (Desk, Vec<Refusal>) {
    let desk = Desk::open_text("letters", &format!("{}{MORE}", crate::verbs::PLAYBOOK));
    let mut tried = Tried { desk, refused: Vec::new() };
    let approve =
        |document: &str, role: &str, seal: &str| draft("approve", document, &[("role", role), ("text", seal)]);
    let letter = "Dear reader,\n\n{{ must.story }}\n";
    tried.refuse(&draft("draft", "letter", &[]));
    tried.refuse(&draft("draft", "letter", &[("text", "nowhere.md")]));
    tried.refuse(&approve("letter", "head", "x"));
    let faulty = tried.text("letter", "{{ must.nothing }}");
    tried.refuse(&faulty);
    let without = tried.text("letter", "Dear reader,\n");
    tried.refuse(&without);
    let text = tried.text("letter", letter);
    tried.record(&text);
    let first = tried.seal("letter");
    tried.refuse(&approve("letter", "head", "x"));
    tried.refuse(&draft("approve", "letter", &[("role", "head")]));
    tried.refuse(&draft("approve", "letter", &[("text", &first)]));
    tried.refuse(&approve("letter", "head", &first));
    tried.record(&draft("answer", "story", &[("value", "Records were copied.")]));
    tried.refuse(&approve("letter", "head", &first));
    let gaps = tried.text("letter", &format!("{letter}\nOf so many: {{{{ answer.how_many }}}}\n"));
    tried.record(&gaps);
    tried.refuse(&approve("letter", "head", &first));
    let second = tried.seal("letter");
    tried.refuse(&approve("letter", "head", &second));
    // Read by the session, never by whoever only decides.
    for unread in [text, draft("approve", "letter", &[("role", "head"), ("text", &second)])] {
        let unread = decide(&tried.desk.session.view(), &unread).unwrap_err();
        tried.refused.push(unread);
    }
    let mut drafts = tried.desk.case().join("documents").read_dir().unwrap().map(|entry| entry.unwrap().path());
    let is_second = |path: &std::path::PathBuf| path.to_string_lossy().contains("letter-v2-");
    std::fs::remove_file(drafts.find(is_second).unwrap()).unwrap();
    tried.refuse(&approve("letter", "head", &second));

    let perhaps = tried.text("perhaps", letter);
    tried.refuse(&perhaps);
    tried.record(&draft("answer", "how_many", &[("value", "3")]));
    let perhaps = tried.text("perhaps", letter);
    tried.record(&perhaps);
    let seal = tried.seal("perhaps");
    tried.refuse(&approve("perhaps", "head", &seal));
    tried.record(&draft("answer", "really", &[("value", "yes")]));
    tried.refuse(&approve("perhaps", "counsel", &seal));
    tried.record(&draft("answer", "how_many", &[("value", "9")]));
    tried.refuse(&approve("perhaps", "head", &seal));
    tried.record(&draft("answer", "really", &[("value", "no")]));
    let perhaps = tried.text("perhaps", letter);
    tried.refuse(&perhaps);

    let sent = |texts: &[(&str, &str)]| {
        let texts = [&[("to", "All"), ("channel", "by letter")], texts].concat();
        draft("sent", "letter", &texts)
    };
    tried.refuse(&sent(&[("count", "many")]));
    tried.refuse(&sent(&[("list", "12")]));
    (tried.desk, tried.refused)
}

#[test]
fn each_refusal_says_what_to_do_now() {
    let (_, refused) = refused();
    assert!(refused.iter().all(|why| !why.reason.now.is_empty()), "{refused:?}");
}
