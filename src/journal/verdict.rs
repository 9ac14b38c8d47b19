//! The verdict on a whole case: which journals are sound, what is damaged, and the heads to write down.

use super::{CLEAN_END, Damage, Fault, Head, Scan, causal};
use crate::base::SessionId;
use crate::base::text::{counted, inert_line};
use std::collections::BTreeMap;

/// Most faults of journals that are told one by one.
const TOLD: usize = 2000;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// Whether every block is sound and nothing that somebody noted is missing. Remarks do not count against it.
    pub sound: bool,
    pub sessions: Vec<SessionVerdict>,
    /// Every broken rule but remarks, with the file in which it was found, if it is about one file.
    pub damage: Vec<Finding>,
    pub remarks: Vec<Finding>,
    /// What is wrong beside the journals: with the playbook, and with files that entries name.
    pub beside: Vec<Damage>,
    /// All of it as sentences for people, inert.
    pub lines: Vec<String>,
}

/// One broken rule and the file it is in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    /// Name of the journal file; `None` for a fault between journals.
    pub file: Option<String>,
    pub fault: Fault,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionVerdict {
    pub session: SessionId,
    /// How many files it has, copies included.
    pub segments: usize,
    /// How many different entries are sound.
    pub entries: usize,
    pub head: Option<Head>,
    pub short_seal: String,
    /// Whether the run ended in good order.
    pub clean_end: bool,
    pub faults: Vec<Fault>,
}

impl Verdict {
    /// Judges journals given with their file names, foreign ones included (their entries left out).
    pub fn of<'a>(journals: impl IntoIterator<Item = (&'a str, &'a Scan)>) -> Self {
        let journals: Vec<_> = journals.into_iter().collect();
        let ordered = causal(journals.iter().map(|(_, scan)| *scan));
        let mut sessions: BTreeMap<&SessionId, SessionVerdict> = BTreeMap::new();
        let mut findings = Vec::new();
        for (name, scan) in &journals {
            let finding = |fault: &Fault| Finding { file: Some((*name).to_owned()), fault: fault.clone() };
            findings.extend(scan.faults.iter().map(finding));
            if let Some(session) = scan.session() {
                sessions.entry(session).or_insert_with(|| SessionVerdict::new(session)).add(scan);
            }
        }
        for entry in &ordered.entries {
            if let Some(session) = sessions.get_mut(&entry.entry.id.session) {
                session.entries += 1;
            }
        }
        for fault in &ordered.faults {
            findings.push(Finding { file: None, fault: fault.clone() });
            let about = match fault {
                Fault::Forked { id } | Fault::Circular { id } => Some(&id.session),
                Fault::Absent { session, .. } | Fault::HistoryReplaced { session, .. } => Some(session),
                _ => None,
            };
            if let Some(session) = about.and_then(|name| sessions.get_mut(name)) {
                session.faults.push(fault.clone());
            }
        }
        findings.sort();
        let (remarks, damage): (Vec<_>, Vec<_>) = findings.into_iter().partition(|f| f.fault.is_remark());
        let mut sessions: Vec<_> = sessions.into_values().collect();
        for session in &mut sessions {
            session.short_seal = session.head.as_ref().map(|head| head.seal.short()).unwrap_or_default();
        }
        let mut verdict =
            Self { sound: damage.is_empty(), sessions, damage, remarks, beside: Vec::new(), lines: Vec::new() };
        verdict.lines = verdict.sentences();
        verdict
    }

    pub fn add(&mut self, damage: impl IntoIterator<Item = Damage>) {
        self.beside.extend(damage);
        self.sound = self.damage.is_empty() && self.beside.is_empty();
        self.lines = self.sentences();
    }

    fn sentences(&self) -> Vec<String> {
        let mut lines = vec![match (self.sound, self.damage.len() + self.beside.len()) {
            (true, _) => "Sound: every block is as it was sealed, and nothing that was noted is missing.".to_owned(),
            (false, n) => format!("Not sound: {}.", counted(n, "fault", "faults")),
        }];
        for session in &self.sessions {
            let head = session.head.as_ref().map_or_else(|| "no sound block".to_owned(), Head::to_string);
            lines.push(format!(
                "Session {}: {} in {}. Head {head}. Short seal {}.{}",
                session.session,
                counted(session.entries, "entry", "entries"),
                counted(session.segments, "file", "files"),
                session.short_seal,
                if session.clean_end {
                    ""
                } else {
                    " It has no closing entry: still open, stopped by a crash, or cut."
                },
            ));
        }
        for finding in self.damage.iter().chain(&self.remarks).take(TOLD) {
            let file =
                finding.file.as_ref().map_or_else(String::new, |file| format!("journals/{}: ", inert_line(file)));
            lines.push(format!("{file}{}", finding.fault));
        }
        let more = (self.damage.len() + self.remarks.len()).saturating_sub(TOLD);
        if more > 0 {
            lines.push(format!("And {}.", counted(more, "further fault", "further faults")));
        }
        lines.extend(self.beside.iter().map(ToString::to_string));
        lines
    }
}

impl SessionVerdict {
    fn new(session: &SessionId) -> Self {
        Self {
            session: session.clone(),
            segments: 0,
            entries: 0,
            head: None,
            short_seal: String::new(),
            clean_end: false,
            faults: Vec::new(),
        }
    }

    fn add(&mut self, scan: &Scan) {
        self.segments += 1;
        self.faults.extend(scan.faults.iter().cloned());
        // The highest number wins; between segments that hold the same entry, the later seal only by order of its bytes.
        if self.head.is_none() || scan.head.as_ref().map(key) > self.head.as_ref().map(key) {
            self.head.clone_from(&scan.head);
            self.clean_end = scan.entries.last().is_some_and(|last| last.entry.kind == CLEAN_END);
        }
    }
}

fn key(head: &Head) -> (u64, super::Seal) {
    (head.seq, head.seal)
}
