//! What is refused of an exercise, and in a live case of one: each reason, for the test that words all of them.

use super::table::Table;
use super::worked::SCRIPT as WORKED;
use crate::support::desk::{self, Desk};
use crate::support::facilitator::Facilitator;
use crate::verbs::draft;
use breachbook::case::{Attendance, Tag, Verdict};
use breachbook::judge::View;
use breachbook::record::verbs::drill::{clock, improve, judge, plan, remark};
use breachbook::record::{Draft, Field, Receipt, Refusal, Verb};
use breachbook::session::SubmitError;
use breachbook::session::drill::{Conduct, Folder, OnTheSpot, Which};

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
    all.extend(led_by_others());
    all.extend(pages());
    all
}

/// An exercise with two injects, one of which was taken back; their names.
fn led() -> (Desk, String, String) {
    let mut desk = Desk::exercise("trinity");
    let mut facilitator = Facilitator::opens(&desk.case(), &desk::clock());
    let sent = facilitator.sends(&desk::clock(), "1", "A parent rings.");
    let back = facilitator.sends(&desk::clock(), "2", "Nothing more.");
    facilitator.takes_back(&desk::clock(), &back);
    desk.session.refresh().unwrap();
    let name = |id| desk.session.state().names.entry(id);
    let (sent, back) = (name(&sent), name(&back));
    (desk, sent, back)
}

/// What the console refuses, each with the folder in which it would be recorded.
pub fn console(tell: &mut dyn FnMut(&View<'_>, &Refusal)) {
    let file = WORKED.replacen("delivery = \"email\"", "delivery = \"email\"\nfiles = [\"list.csv\"]", 1);
    let mut table = Table::empty(&file);
    std::fs::write(table.home.path().join("list.csv"), "name\n").unwrap();
    let begun = table.begin().unwrap();
    table.case = Some(begun.case().folder().path().to_owned());
    let control = begun.control().folder().path().to_owned();
    table.conduct = Some(begun);
    let form = |verb: &'static Verb, texts: &[(&'static Field, &str)]| {
        texts.iter().fold(Draft::new(verb, ""), |draft, (field, text)| draft.with(field, *text))
    };
    let in_case = |verb, texts: &[(&'static Field, &str)]| (Folder::Case, form(verb, texts));
    let in_control = |verb, texts: &[(&'static Field, &str)]| (Folder::Control, form(verb, texts));
    {
        let conduct = table.lead("10:00:00");
        let mut no = |folder, done: Result<Receipt, SubmitError>, conduct: &Conduct| match done {
            Err(SubmitError::Refused(why)) => tell(&conduct.session(folder).view(), &why),
            other => panic!("it was not refused: {other:?}"),
        };
        macro_rules! refused {
            ($folder:ident, $act:expr) => {{
                let act: &dyn Fn(&mut Conduct) -> Result<Receipt, SubmitError> = &$act;
                let done = act(conduct);
                no(Folder::$folder, done, conduct);
            }};
        }
        refused!(Case, |c| c.take_back(None));
        refused!(Case, |c| c.pause(None));
        conduct.start().unwrap();
        refused!(Case, |c| c.start());
        refused!(Case, |c| c.take_back(None));
        refused!(Case, |c| c.resume());
        refused!(Case, |c| c.part("p9"));
        refused!(Case, |c| c.part("p1"));
        refused!(Case, |c| c.send("9"));
        refused!(Case, |c| c.roll_call("Not an id", "A. Ruiz", Attendance::Present));
        let spot = |text: &'static str| OnTheSpot { from: "The press", to: &["deputy"], delivery: None, text };
        refused!(Case, |c| c.send_on_the_spot(spot("This is no drill")));
        refused!(Control, |c| c.judge("e_9", Verdict::Met, None));
        refused!(Control, |c| c.judge("e1", Verdict::Performed, None));
        refused!(Control, |c| c.observe("Seen", Tag::Gap, None, Some("o_9")));
        let first = conduct.script().objectives[0].id.to_string();
        refused!(Control, |c| c.judge(&first, Verdict::Performed, None));
        let typed = [
            in_control(&judge::VERB, &[(&judge::OF, "e1"), (&judge::VERDICT, "splendid")]),
            in_control(&plan::VERB, &[(&plan::INJECTS, "2"), (&plan::STATE, "perhaps")]),
            in_control(&plan::VERB, &[(&plan::INJECTS, "2"), (&plan::STATE, "due"), (&plan::BY_MIN, "many")]),
            in_case(&remark::VERB, &[(&remark::TEXT, "Words"), (&remark::TAG, "splendid")]),
            in_case(&clock::VERB, &[(&clock::ACTION, "sing")]),
            in_case(&improve::VERB, &[(&improve::NAME, "x"), (&improve::OWNER, "B. Ito"), (&improve::DUE, "soonish")]),
            in_case(
                &improve::VERB,
                &[
                    (&improve::NAME, "x"),
                    (&improve::OWNER, "B. Ito"),
                    (&improve::DUE, "2099-03-01"),
                    (&improve::KIND, "luck"),
                ],
            ),
            in_case(&clock::VERB, &[(&clock::ACTION, "part"), (&clock::PART, "p2"), (&clock::TO, "soonish")]),
        ];
        for (folder, draft) in typed {
            let done = conduct.submit(&draft);
            no(folder, done, conduct);
        }
        conduct.pause(None).unwrap();
        refused!(Case, |c| c.pause(None));
        conduct.send("1").unwrap();
        refused!(Case, |c| c.send("1"));
        refused!(Control, |c| c.hold("1", None));
        let first = conduct.plan().slots[0].number.clone();
        refused!(Control, |c| c.shift(&first, true));
        let list = control.join("script/files/list.csv");
        std::fs::write(&list, "name\nAnother\n").unwrap();
        refused!(Case, |c| c.send("2"));
        std::fs::remove_file(&list).unwrap();
        refused!(Case, |c| c.send("2"));
        conduct.skip("2", "no time").unwrap();
        conduct.skip("3", "no time").unwrap();
        refused!(Control, |c| c.later(Which::AllLeft, 5, None));
        conduct.stop_for_real().unwrap();
        refused!(Case, |c| c.send("3"));
        conduct.say_whether_real("slip").unwrap();
        conduct.end().unwrap();
        refused!(Case, |c| c.send("3"));
        refused!(Case, |c| c.resume());
    }
    let mut offers = Table::worked();
    offers.lead("10:00:00").start().unwrap();
    offers.lead("10:12:00").send("2").unwrap();
    match offers.lead("10:19:00").order("3", "1") {
        Err(SubmitError::Refused(why)) => tell(&offers.conduct.as_ref().unwrap().view(), &why),
        other => panic!("it was not refused: {other:?}"),
    }
    std::fs::write(control.join("script/script.toml"), "changed").unwrap();
    table.kill();
    match table.lead("10:30:00").send("3") {
        Err(SubmitError::Refused(why)) => tell(&table.conduct.as_ref().unwrap().view(), &why),
        other => panic!("it was not refused: {other:?}"),
    }
}

/// The verbs of a facilitator in the hands of somebody else.
fn led_by_others() -> Vec<(Desk, Refusal)> {
    let pause = || Draft::new(&clock::VERB, "").with(&clock::ACTION, "pause");
    let (player, ..) = led();
    let desks = vec![Desk::open("trinity"), Desk::exercise("trinity"), player];
    desks.into_iter().map(|desk| refuses(desk, &[], &pause())).collect()
}

/// A page of the one that is brought into the other.
fn pages() -> Vec<(Desk, Refusal)> {
    let of = |other: Desk, own: Desk| {
        let page = own.case().join("documents/page.md");
        std::fs::write(&page, "Words\n").unwrap();
        let typed = draft("draft", "first_report", &[("text", &page.to_string_lossy())]);
        let refused = refuses(other, &[], &typed);
        drop(own);
        refused
    };
    let (live, exercise) = (|| Desk::open("trinity"), || Desk::exercise("trinity"));
    vec![of(live(), exercise()), of(exercise(), live())]
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
