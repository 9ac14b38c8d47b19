//! What is refused of an exercise, and in a live case of one: each reason, for the test that words all of them.

use crate::support::desk::{Desk, clock};
use crate::support::facilitator::Facilitator;
use crate::verbs::draft;
use breachbook::record::{Draft, Refusal};
use breachbook::session::SubmitError;

pub fn all() -> Vec<(Desk, Refusal)> {
    let mut all = Vec::new();
    let word = |words: &str| draft("real-event", "", &[("words", words)]);
    let stop = || draft("real-event", "", &[]);
    let mut tried = |desk: Desk, done: &[Draft], refused: Draft| all.push(refuses(desk, done, &refused));
    tried(Desk::open("trinity"), &[], stop());
    let exercise = || Desk::exercise("trinity");
    tried(exercise(), &[], word("slip"));
    tried(exercise(), &[stop()], stop());
    tried(exercise(), &[stop()], word("perhaps"));
    tried(exercise(), &[stop(), word("REAL")], word("slip"));
    tried(Desk::exercise("modot"), &[], draft("contact", "ai", &[("channel", "573 751 7446")]));
    let (desk, sent, back) = led();
    tried(desk, &[], draft("taken", &back, &[]));
    let (desk, ..) = led();
    let opening = desk.session.state().name(0);
    tried(desk, &[], draft("taken", &opening, &[]));
    let (desk, ..) = led();
    tried(desk, &[draft("taken", &sent, &[])], draft("taken", &sent, &[]));
    for (desk, mode) in [(Desk::open("trinity"), "exercise"), (exercise(), "live")] {
        let file = desk.home.path().join("people.csv");
        std::fs::write(&file, format!("mode,name\n{mode},Ann Example\n")).unwrap();
        let taken = draft("import", "affected_individuals", &[("file", &file.to_string_lossy())]);
        all.push(refuses(desk, &[], &taken));
    }
    all
}

/// An exercise with two injects, one of which was taken back; their names.
fn led() -> (Desk, String, String) {
    let mut desk = Desk::exercise("trinity");
    let mut facilitator = Facilitator::opens(&desk.case(), &clock());
    let sent = facilitator.sends(&clock(), "1", "A parent rings.");
    let back = facilitator.sends(&clock(), "2", "Nothing more.");
    facilitator.takes_back(&clock(), &back);
    desk.session.refresh().unwrap();
    let name = |id| desk.session.state().names.entry(id);
    let (sent, back) = (name(&sent), name(&back));
    (desk, sent, back)
}

fn refuses(mut desk: Desk, done: &[Draft], refused: &Draft) -> (Desk, Refusal) {
    for draft in done {
        desk.session.submit(draft).unwrap();
    }
    match desk.session.submit(refused) {
        Err(SubmitError::Refused(why)) => (desk, *why),
        other => panic!("it was not refused: {refused:?}: {other:?}"),
    }
}
