//! Presets: the eight lists that every case has, read once from `assets/registers`. A register of a playbook can adopt one.

use super::item::{Body, Item};
use super::lower::columns;
use super::raw::preset::RawPreset;
use super::register::{Preset, Register};
use super::strength::Strength;
use crate::base::ItemId;
use crate::source::reading::{FromValue, Reading, parse};
use crate::source::{Problems, Source};
use std::sync::LazyLock;

macro_rules! texts {
    ($($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../assets/registers/", $name, ".toml")))),*]
    };
}

/// Each preset with its text, in the order in which they are offered.
const TEXTS: &[(&str, &str)] =
    texts!["actions", "evidence", "custody", "persons", "messages", "timeline", "effort", "cost"];

static PRESETS: LazyLock<Vec<Preset>> = LazyLock::new(|| {
    TEXTS
        .iter()
        .map(|(name, text)| read(&Source::new(*name, *text)).expect("a preset that is built in is sound"))
        .collect()
});

/// All presets, in the order in which they are offered.
pub fn all() -> &'static [Preset] {
    &PRESETS
}

pub fn preset(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.id.as_str() == id)
}

/// Reads one; `None` where something in it is wrong.
fn read(source: &Source) -> Option<Preset> {
    let mut problems = Problems::default();
    let mut reading = Reading::new(0, &source.text, &mut problems);
    let raw = RawPreset::from_value(&parse(&mut reading)?, &mut reading)?;
    let columns = columns::of_preset(raw.kind.value, &raw.columns, &mut problems);
    let id = |line: &crate::source::value::Line| ItemId::new(&line.text);
    let preset = Preset {
        id: id(&raw.id)?,
        title: raw.title.text.clone(),
        prompt: raw.prompt.text.clone(),
        kind: raw.kind.value,
        letter: raw.letter.as_ref().map(|letter| letter.text.clone()),
        file: raw.file.as_ref().and_then(id),
        under: raw.under.as_ref().and_then(id),
        person: raw.person.unwrap_or(false),
        columns,
    };
    (!problems.any_error()).then_some(preset)
}

impl Preset {
    /// The list of a case whose playbook has no register that adopts it: the policy does not ask for it, so that it is never due.
    pub(super) fn also_kept(&'static self, id: ItemId, currency: [u8; 3]) -> Item {
        Item {
            id,
            phase: 0,
            title: self.title.clone(),
            detail: None,
            why: None,
            verb: Strength::Local,
            cite: Vec::new(),
            when: None,
            holds: Vec::new(),
            again: Vec::new(),
            renewed_by: Vec::new(),
            body: Body::Register(Register {
                prompt: self.prompt.clone(),
                kind: self.kind,
                unit: None,
                currency,
                columns: self.columns.clone(),
                tally: Vec::new(),
                methods: Vec::new(),
                preset: Some(self),
                fixed: Vec::new(),
                home: None,
            }),
        }
    }
}
