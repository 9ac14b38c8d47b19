//! The plain walk, while somebody else records in the same case: a line typed under an older prompt replaces nothing unseen. One
//! command of the command line sees what is on the disk.

use crate::support::program::{Home, ran};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// How long a line may take before the test fails with what was said; never waited out.
const PATIENCE: Duration = Duration::from_secs(20);

/// A walk under way, a line at a time.
struct Talk {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Talk {
    fn of(home: &Home, case: &str) -> Self {
        let mut child = home.command(&["walk", case, "--plain"]).stdin(Stdio::piped()).spawn().unwrap();
        let (input, out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (said, lines) = channel();
        std::thread::spawn(move || {
            BufReader::new(out).lines().map_while(Result::ok).try_for_each(|line| said.send(line))
        });
        Self { child, input, lines }
    }

    fn says(&mut self, text: &str) -> &mut Self {
        writeln!(self.input, "{text}").unwrap();
        self
    }

    /// Everything up to the line that holds these words.
    fn hears(&mut self, words: &str) -> String {
        let mut heard = String::new();
        while let Ok(line) = self.lines.recv_timeout(PATIENCE) {
            heard.push_str(&line);
            heard.push('\n');
            if line.contains(words) {
                return heard;
            }
        }
        let _ = self.child.kill();
        panic!("{words:?} was not said:\n{heard}");
    }

    fn ends(self) {
        drop(self.input);
        let _ = self.lines.iter().count();
        assert_eq!(ran(self.child.wait_with_output().unwrap()).code, 0);
    }
}

/// What was recorded of a kind: by whom, and the value under a key.
fn recorded(home: &Home, case: &str, kind: &str, key: &str) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let of_kind = home.log(case).into_iter().filter(|entry| entry["kind"] == kind);
    of_kind.map(|entry| (text(&entry["by"]), text(&entry["fields"][key]))).collect()
}

fn pair(by: &str, value: &str) -> (String, String) {
    (by.to_owned(), value.to_owned())
}

const THEIRS: &str = "A. Ruiz";

#[test]
fn an_answer_typed_under_an_older_prompt_waits_and_can_be_left() {
    let (home, case) = Home::with_case();
    let mut talk = Talk::of(&home, &case);
    talk.says(":go recalled").hears("y, n or u");
    home.record(&case, &["answer", "recalled", "no", "--by", THEIRS]);
    let heard = talk.says("yes").hears("Write 1 or 2.");
    assert!(heard.contains("recorded by A. Ruiz at ") && heard.contains(": No."), "{heard}");
    assert_eq!(recorded(&home, &case, "answered", "value"), [pair(THEIRS, "no")]);
    // What was typed is offered again at the same item, and theirs is shown with it.
    let heard = talk.says("").hears("An empty line takes again: yes");
    assert!(heard.contains("Id: recalled") && heard.contains("Done: No"), "{heard}");
    talk.says(":quit");
    talk.ends();
    assert_eq!(recorded(&home, &case, "answered", "value"), [pair(THEIRS, "no")]);
}

#[test]
fn an_answer_typed_under_an_older_prompt_is_recorded_when_somebody_says_so() {
    let (home, case) = Home::with_case();
    let mut talk = Talk::of(&home, &case);
    talk.says(":go recalled").hears("y, n or u");
    home.record(&case, &["answer", "recalled", "no", "--by", THEIRS]);
    talk.says("yes").hears("Write 1 or 2.");
    talk.says("perhaps").hears("Write 1 or 2.");
    talk.says("2").hears("Recorded ");
    talk.ends();
    let both = [pair(THEIRS, "no"), pair("R. Okafor", "yes")];
    assert_eq!(recorded(&home, &case, "answered", "value"), both);
}

#[test]
fn a_record_of_several_lines_and_a_command_beside_the_walk_are_told_too() {
    let (home, case) = Home::with_case();
    let mut talk = Talk::of(&home, &case);
    talk.says(":go escalate").hears("What was decided?");
    talk.says("1").hears("Why?");
    home.record(&case, &["decision", "escalate", "2", "--reason", "Contained", "--by", THEIRS]);
    let heard = talk.says("Health data").says("").hears("Write 1 or 2.");
    assert!(heard.contains("Contained"), "{heard}");
    talk.says("1").hears("An empty line takes again: 1");
    let role = "privacy_officer";
    home.record(&case, &["contact", role, "--person", "B. Cole", "--channel", "555-0142", "--by", THEIRS]);
    let heard = talk.says(":contact privacy_officer C. Lund; 555-0143").hears("Write 1 or 2.");
    assert!(heard.contains("B. Cole"), "{heard}");
    talk.says("2").hears("Recorded ");
    talk.ends();
    assert_eq!(recorded(&home, &case, "decided", "option"), [pair(THEIRS, "not_escalate")]);
    let people = [pair(THEIRS, "B. Cole"), pair("R. Okafor", "C. Lund")];
    assert_eq!(recorded(&home, &case, "contact_set", "person"), people);
}

#[test]
fn what_arrives_elsewhere_moves_no_typed_words_to_another_item() {
    let (home, case) = Home::with_case();
    let mut talk = Talk::of(&home, &case);
    // The first open item is asked, without having been gone to.
    talk.hears("1 reached, 2 voicemail left, 3 no answer");
    home.record(&case, &["call", "tell_privacy_officer", "reached", "--by", THEIRS]);
    talk.says("no_answer").says("").says("").says("It rang out").hears("Write 1 or 2.");
    let heard = talk.says("1").hears("An empty line takes again: no_answer");
    assert!(heard.contains("Id: tell_privacy_officer"), "{heard}");
    talk.ends();
    assert_eq!(recorded(&home, &case, "called", "outcome"), [pair(THEIRS, "reached")]);
}

#[test]
fn what_others_take_away_is_told_in_the_walk_as_on_the_screen() {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "missent_email", "yes"]);
    let mut talk = Talk::of(&home, &case);
    talk.says(":go recalled").hears("y, n or u");
    home.record(&case, &["answer", "missent_email", "no", "--by", THEIRS]);
    let heard = talk.says(":go multiple_individuals").hears("y, n or u");
    assert!(heard.contains("fell away") && heard.contains("Can the e-mail be recalled?"), "{heard}");
    talk.says(":quit");
    talk.ends();
}

#[test]
fn one_command_sees_what_is_on_the_disk_and_is_never_asked() {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "recalled", "no", "--by", THEIRS]);
    home.record(&case, &["answer", "recalled", "yes"]);
    let both = [pair(THEIRS, "no"), pair("R. Okafor", "yes")];
    assert_eq!(recorded(&home, &case, "answered", "value"), both);
}
