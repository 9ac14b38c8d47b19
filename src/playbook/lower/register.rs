//! Registers, lowered: columns are found by their identifier, and keys that a kind does not use are reported.

use super::resolve::Taken;
use super::{Lowering, resolve};
use crate::base::{ItemId, NO_CURRENCY};
use crate::playbook::item::Item;
use crate::playbook::preset;
use crate::playbook::raw::file::RawFile;
use crate::playbook::raw::register::{RawMethod, RawRegister};
use crate::playbook::register::{
    Column, MAX_COLUMNS, MAX_METHODS, MAX_TALLIES, Method, Preset, Register, RegisterKind,
};
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Problem};

impl Lowering<'_> {
    pub(super) fn register(&mut self, raw: &RawRegister, data_kinds: &[String]) -> Register {
        let preset = self.preset(raw);
        let (kind, sound) = self.kind_of(raw, preset);
        // A kind that is missing or misspelt says nothing about what belongs to it.
        if sound {
            self.keys_of_the_kind(raw, kind, preset);
        }
        let mut columns = self.columns(raw, kind, preset);
        let tally = raw.tally.iter().filter_map(|line| self.column(line, &columns)).collect();
        let methods = self.methods(&raw.methods, &columns);
        let labels: Vec<_> = methods.iter().map(|method| method.label.clone()).collect();
        Self::options_of(&mut columns, &labels, data_kinds);
        let fixed = self.fixed(raw.fixed.as_ref(), &columns);
        let written = raw.currency.as_ref().and_then(|code| code.text.as_bytes().try_into().ok());
        let prompt = raw.prompt.as_ref().map(|prompt| prompt.text.clone());
        Register {
            prompt: prompt.or(preset.map(|preset| preset.prompt.clone())).unwrap_or_default(),
            kind,
            unit: raw.unit.as_ref().map(|unit| unit.text.clone()),
            currency: written.or(self.currency).unwrap_or(NO_CURRENCY),
            columns,
            tally,
            methods,
            preset,
            fixed,
            home: None,
        }
    }

    /// The list of every case that a register adopts.
    fn preset(&mut self, raw: &RawRegister) -> Option<&'static Preset> {
        let line = raw.preset.as_ref()?;
        let found = preset::preset(&line.text);
        if found.is_none() && !line.text.is_empty() {
            let problem = Problem::new(Code::UnknownPreset, line.span, format!("There is no preset `{}`.", line.text));
            let known = preset::all().iter().map(|preset| preset.id.as_str());
            self.problems.add_similar(problem, &line.text, known);
        }
        found
    }

    /// What it keeps, and whether that is known for sure.
    fn kind_of(&mut self, raw: &RawRegister, preset: Option<&Preset>) -> (RegisterKind, bool) {
        let needs = |what: &str| format!("[[register]] needs the key `{what}`, or a `preset` that has one.");
        if raw.prompt.is_none() && raw.preset.is_none() {
            self.problem(Code::MissingKey, raw.place(), needs("prompt"));
        }
        match (&raw.kind, preset) {
            (None, None) => {
                if raw.preset.is_none() {
                    self.problem(Code::MissingKey, raw.place(), needs("kind"));
                }
                (RegisterKind::Count, false)
            }
            (None, Some(preset)) => (preset.kind, true),
            (Some(kind), None) => (kind.value, kind.sound && raw.preset.is_none()),
            (Some(kind), Some(preset)) => {
                if kind.sound && kind.value != preset.kind {
                    let message = format!("The preset `{}` is of kind `{}`.", preset.id, preset.kind.word());
                    self.problem(Code::OptionsUnwanted, kind.span, message);
                }
                (preset.kind, true)
            }
        }
    }

    fn keys_of_the_kind(&mut self, raw: &RawRegister, kind: RegisterKind, preset: Option<&Preset>) {
        let word = kind.word();
        if let Some((key, _)) = raw.fixed.as_ref().and_then(|pairs| pairs.0.first()).filter(|_| preset.is_none()) {
            let message = "`fixed` is for a register with a `preset`: it fills a column that all of its kind have.";
            self.problem(Code::OptionsUnwanted, key.span, message);
        }
        let own_columns = !raw.columns.is_empty() && preset.is_none();
        let of_lists = own_columns || !raw.tally.is_empty() || !raw.methods.is_empty();
        if kind != RegisterKind::List && of_lists {
            let message = format!("A register of kind `{word}` has no columns, tally or methods.");
            let span = raw.kind.map_or(raw.place(), |kind| kind.span);
            self.problem(Code::OptionsUnwanted, span, message);
        }
        if let Some(unit) = &raw.unit
            && matches!(kind, RegisterKind::Hours | RegisterKind::Money)
        {
            self.problem(Code::OptionsUnwanted, unit.span, format!("`{word}` has a unit of its own."));
        }
        match &raw.currency {
            Some(code) => self.currency_code(code, kind),
            None if kind == RegisterKind::Money && self.currency.is_none() => {
                let message = "A register of money needs a `currency`: the jurisdiction does not tell it.";
                self.problem(Code::MissingKey, raw.place(), message);
            }
            None => {}
        }
        let counts = [
            (raw.columns.len(), MAX_COLUMNS, "columns"),
            (raw.tally.len(), MAX_TALLIES, "tallied columns"),
            (raw.methods.len(), MAX_METHODS, "methods"),
        ];
        for (found, most, what) in counts {
            if found > most {
                let message = format!("A register has at most {most} {what}; this one has {found}.");
                self.problem(Code::NumberOutOfRange, raw.place(), message);
            }
        }
    }

    /// The lists of every case that no register adopts and nothing stands in the place of.
    pub(super) fn also_kept(&mut self, files: &[RawFile]) -> Vec<Item> {
        let mut kept = Vec::new();
        let registers = || files.iter().flat_map(|file| &file.register);
        for preset in preset::all() {
            let adopts = |raw: &RawRegister| raw.preset.as_ref().is_some_and(|line| line.text == preset.id.as_str());
            let place = self.places.ids.get(preset.id.as_str()).copied();
            if registers().any(adopts) {
                continue;
            }
            if registers().any(|raw| raw.id.text == preset.id.as_str()) {
                let message = format!("`{}` stands in the place of the list that every case has.", preset.id);
                self.problem(Code::ShadowsPreset, place.unwrap_or_default(), message);
                continue;
            }
            // Something else that bears its identifier keeps it.
            let other = ItemId::new(&format!("{}_list", preset.id)).filter(|_| place.is_some());
            let id = other.unwrap_or_else(|| preset.id.clone());
            if !self.places.ids.contains_key(id.as_str()) {
                kept.push(preset.also_kept(id, self.currency.unwrap_or(NO_CURRENCY)));
            }
        }
        kept
    }

    fn currency_code(&mut self, code: &Line, kind: RegisterKind) {
        let valid = code.text.len() == 3 && code.text.bytes().all(|b| b.is_ascii_uppercase());
        if !valid {
            let message = format!("`{}` is not a three-letter currency code in capitals.", code.text);
            let problem = Problem::new(Code::UnknownWord, code.span, message);
            self.problems.add(problem.help("The codes are those of ISO 4217, such as AUD, EUR or USD."));
        } else if kind != RegisterKind::Money {
            let message = format!("A register of kind `{}` has no currency.", kind.word());
            self.problem(Code::OptionsUnwanted, code.span, message);
        }
    }

    /// Where a column stands that is named.
    pub(super) fn column(&mut self, line: &Line, columns: &[Column]) -> Option<usize> {
        let found = columns.iter().position(|column| column.id.as_str() == line.text);
        if found.is_none() && !line.is_missing() && !columns.is_empty() {
            let message = format!("There is no column `{}`.", line.text);
            let known = columns.iter().map(|column| column.id.as_str());
            let problem = Problem::new(Code::UnknownColumn, line.span, message);
            self.problems.add_similar(problem, &line.text, known);
        }
        found
    }

    fn methods(&mut self, raw: &[RawMethod], columns: &[Column]) -> Vec<Method> {
        let mut taken = Taken::default();
        let mut methods = Vec::new();
        for method in raw.iter().take(MAX_METHODS) {
            self.tell_apart("a method", &method.id, &method.label, &mut taken);
            let only =
                method.only.as_ref().and_then(|only| Some((self.column(&only.column, columns)?, only.is.text.clone())));
            methods.push(Method {
                id: resolve::id(&method.id),
                label: method.label.text.clone(),
                needs: method.needs.iter().filter_map(|line| self.column(line, columns)).collect(),
                only,
                cite: self.cites(&method.cite),
            });
        }
        methods
    }
}
