//! Which file of the program uses what another one defines, read from its `use` lines and from the paths in its code.
//!
//! A name that a room only hands on leads to the file that defines it, so a `mod.rs` of re-exports imports nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

type Module = Vec<String>;

struct File {
    uses: Vec<Use>,
    /// What stands in the code, `use` lines and the insides of `pub(in ...)` left out.
    words: BTreeSet<String>,
    defines: BTreeSet<String>,
    paths: BTreeSet<Module>,
}

struct Use {
    handed_on: bool,
    path: Module,
    name: String,
}

struct House(BTreeMap<Module, File>);

/// Each file as a path of modules, with the files that it uses.
pub fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let mut files = BTreeMap::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &vec![], &mut files);
    let house = House(files);
    let of = |(module, file)| (shown(module), house.used_by(module, file).iter().map(shown).collect());
    house.0.iter().map(of).collect()
}

fn shown(module: &Module) -> String {
    module.join("/")
}

fn walk(folder: &Path, module: &Module, files: &mut BTreeMap<Module, File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut inner = module.clone();
        inner.extend((name != "mod").then_some(name.clone()));
        if path.is_dir() {
            walk(&path, &inner, files);
        } else if !matches!(name.as_str(), "lib" | "main" | "tests") {
            let text = fs::read_to_string(&path).unwrap();
            let tests = text.find("#[cfg(test)]").or_else(|| text.find("#[cfg(all(test")).unwrap_or(text.len());
            files.insert(inner, read(&text[..tests]));
        }
    }
}

/// The words and signs of a text; comments and what is quoted left out.
fn tokens(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let rest = &text[at..];
        let word = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        let quoted = rest[word..].trim_start_matches('#');
        if matches!(&rest[..word], "" | "b" | "r" | "br") && quoted.starts_with('"') {
            let fence = rest[word..].len() - quoted.len();
            at += word + fence + 1 + closing(&quoted[1..], fence, rest[..word].ends_with('r'));
        } else if word > 0 {
            found.push(&rest[..word]);
            at += word;
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with('\'') {
            // A character, or the name of a lifetime.
            let escape = if rest.starts_with("'\\") { 2 } else { 0 };
            let end = rest[1 + escape..].find('\'').filter(|end| escape > 0 || rest[1..=*end].chars().count() == 1);
            at += end.map_or(1, |end| end + escape + 2);
        } else if rest.starts_with("::") {
            found.push("::");
            at += 2;
        } else {
            let sign = rest.chars().next().map_or(1, char::len_utf8);
            found.extend((!rest.starts_with(char::is_whitespace)).then_some(&rest[..sign]));
            at += sign;
        }
    }
    found
}

/// How far it is to behind the quotation mark that ends a text.
fn closing(text: &str, fence: usize, raw: bool) -> usize {
    let end = format!("\"{}", "#".repeat(fence));
    let mut at = 0;
    while at < text.len() && !text[at..].starts_with(&end) {
        let skip = usize::from(!raw && text[at..].starts_with('\\'));
        at += skip + text[at + skip..].chars().next().map_or(1, char::len_utf8);
    }
    at + end.len()
}

fn read(text: &str) -> File {
    let tokens = tokens(text);
    let (mut uses, mut code, mut at) = (Vec::new(), Vec::new(), 0);
    while at < tokens.len() {
        match tokens[at] {
            "use" => {
                let end = at + tokens[at..].iter().position(|token| *token == ";").unwrap_or_default();
                let handed_on = at > 0 && (tokens[at - 1] == "pub" || tokens[at - 1] == ")");
                tree(&tokens[at + 1..end], &vec![], &mut |path, name| uses.push(Use { handed_on, path, name }));
                at = end;
            }
            "(" if at > 0 && tokens[at - 1] == "pub" => {
                at += tokens[at..].iter().position(|token| *token == ")").unwrap_or_default();
                code.push(")");
            }
            token => code.push(token),
        }
        at += 1;
    }
    let kinds = ["fn", "struct", "enum", "trait", "type", "const", "static", "mod", "union", "!"];
    let named = code.windows(2).filter(|pair| kinds.contains(&pair[0])).map(|pair| pair[1].to_owned());
    let mut paths = BTreeSet::new();
    for (at, _) in code.iter().enumerate().filter(|(at, token)| is_word(token) && (*at == 0 || code[at - 1] != "::")) {
        let path = code[at..].chunks(2).take_while(|pair| is_word(pair[0]));
        let more = path.clone().take_while(|pair| pair.get(1) == Some(&"::")).count();
        paths.extend((more > 0).then(|| path.take(more + 1).map(|pair| pair[0].to_owned()).collect::<Module>()));
    }
    // The name of a room is none of what it hands on.
    let used = code.windows(2).filter(|pair| pair[0] != "mod" && is_word(pair[1]));
    let words = used.map(|pair| pair[1].to_owned());
    File { uses, defines: named.collect(), words: words.collect(), paths }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_')
}

/// The leaves of a `use` line, with the name that each gets here.
fn tree(tokens: &[&str], before: &Module, leaf: &mut impl FnMut(Module, String)) {
    let end = tokens.iter().position(|token| *token == "{").unwrap_or(tokens.len());
    let mut path = before.clone();
    let names = tokens[..end].iter().take_while(|token| **token != "as");
    path.extend(names.filter(|token| !matches!(**token, "::" | "self")).map(|&token| token.to_owned()));
    if end == tokens.len() {
        let name = tokens[..end].iter().rposition(|token| *token == "as").map(|at| tokens[at + 1].to_owned());
        let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
        return leaf(path, name);
    }
    let (mut depth, mut start) = (0, end + 1);
    for (at, token) in tokens.iter().enumerate().skip(end) {
        depth += i32::from(*token == "{") - i32::from(*token == "}");
        if (depth == 1 && *token == ",") || depth == 0 {
            if at > start {
                tree(&tokens[start..at], &path, leaf);
            }
            start = at + 1;
        }
    }
}

impl House {
    fn used_by(&self, module: &Module, file: &File) -> BTreeSet<Module> {
        let handed_on = |used: &&Use| !used.handed_on || file.words.contains(&used.name);
        let used = file.uses.iter().filter(handed_on).map(|used| &used.path);
        // The name of a whole module is followed by what is used of it.
        let found = used.chain(&file.paths).filter(|path| !self.is_file(module, path));
        found.filter_map(|path| self.defines(module, path, 0)).filter(|other| other != module).collect()
    }

    fn is_file(&self, from: &Module, path: &Module) -> bool {
        self.absolute(from, path).is_some_and(|path| self.0.contains_key(&path))
    }

    fn absolute(&self, from: &Module, path: &Module) -> Option<Module> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let mut child = from.clone();
        child.extend(path.first().cloned());
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "super" => Some([&from[..from.len().checked_sub(ups)?], &path[ups..]].concat()),
            _ => self.0.contains_key(&child).then(|| [from.as_slice(), path].concat()),
        }
    }

    /// The file in which that stands which a path names, if it is one of this house.
    fn defines(&self, from: &Module, path: &Module, depth: usize) -> Option<Module> {
        let Some(path) = self.absolute(from, path) else {
            let first = self.0[from].uses.iter().find(|used| used.name == path[0] && depth < 9 && path.len() > 1)?;
            return self.defines(from, &[first.path.as_slice(), &path[1..]].concat(), depth + 1);
        };
        let end = (0..=path.len()).rev().find(|end| self.0.contains_key(&path[..*end]))?;
        let (module, rest) = (path[..end].to_vec(), &path[end..]);
        let file = &self.0[&module];
        let Some(name) = rest.first().filter(|name| depth < 9 && !file.defines.contains(*name)) else {
            return Some(module);
        };
        let by_name = file.uses.iter().find(|used| used.name == *name);
        let by_name = by_name.and_then(|used| self.defines(&module, &used.path, depth + 1));
        by_name.or_else(|| {
            let all = file.uses.iter().filter(|used| used.name == "*");
            let mut found = all.filter_map(|used| {
                let path = [&used.path[..used.path.len() - 1], std::slice::from_ref(name)].concat();
                self.defines(&module, &path, depth + 1).filter(|found| self.0[found].defines.contains(name))
            });
            Some(found.next().unwrap_or(module.clone()))
        })
    }
}
