//! The parsed files of `src`: what each defines and imports, and which file a path leads to.
//!
//! A file is a module. These rules say what counts as an import:
//! - A path into another file counts, in a `use` or anywhere in the code, macros included; tests do
//!   not.
//! - A path through a re-export counts as an import of the file that defines the item, not of the
//!   one that re-exports it.
//! - A `mod` line is no import: a parent may declare any child.
//! - A re-export is one only if the file's own code uses the name.
//! - `use parent::*` counts as an import of those files whose items the code names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::visit::Visit;

/// A file of `src`.
#[derive(Default)]
pub struct Source {
    /// Its path below `src`, with `/`.
    pub path: String,
    /// Its module's path in the crate; a program's begins with `bin`.
    pub module: Vec<String>,
    /// How many lines it has.
    pub lines: usize,
    /// Functions outside tests.
    pub functions: Vec<Function>,
    children: BTreeSet<String>,
    items: BTreeSet<String>,
    exported_macros: BTreeSet<String>,
    uses: Vec<Use>,
    /// Paths of two segments or more in the code, from the module in which they are.
    paths: Vec<(Vec<String>, Vec<String>)>,
    /// Every name in the code outside `use` lines.
    names: BTreeSet<String>,
}

impl Source {
    /// Whether its code (without tests) has a name, or a path such as `std :: fs`.
    pub fn mentions(&self, word: &str) -> bool {
        let word: Vec<&str> = word.split(" :: ").map(|part| part.trim_end_matches(" ::")).collect();
        let paths = self
            .paths
            .iter()
            .map(|(_, path)| path)
            .chain(self.uses.iter().map(|u| &u.path));
        match &word[..] {
            [name] => self.names.contains(*name) || paths.clone().any(|path| path.iter().any(|p| p == name)),
            _ => paths
                .clone()
                .any(|path| path.windows(word.len()).any(|part| part == word)),
        }
    }
}

/// Lines around the `match` of a function that is a single `match`: signature, braces, and what the
/// arms share.
const LINES_AROUND_A_MATCH: usize = 12;

/// A function.
pub struct Function {
    /// Its name.
    pub name: String,
    /// How many lines it has, signature and braces included.
    pub lines: usize,
    /// Whether its body is a single `match`, with at most [`LINES_AROUND_A_MATCH`] lines around it.
    pub is_match: bool,
}

/// One name that a `use` line imports, or all names of a module.
struct Use {
    /// `None` for a glob.
    name: Option<String>,
    path: Vec<String>,
    from: Vec<String>,
    is_public: bool,
}

/// All files of `src`.
pub struct Crate {
    pub sources: Vec<Source>,
    by_module: BTreeMap<Vec<String>, usize>,
    macros: BTreeMap<String, usize>,
}

impl Crate {
    /// Reads and parses `src`.
    pub fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        list(&root, &mut files);
        files.sort();
        Self::new(files.iter().map(|file| {
            let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            (path, std::fs::read_to_string(file).unwrap())
        }))
    }

    /// Parses files, given by their path below `src` and their text.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut of_tests = BTreeSet::new();
        let mut sources = Vec::new();
        for (path, text) in files {
            let mut source = Source {
                module: module_of(&path),
                lines: text.lines().count(),
                path,
                ..Source::default()
            };
            let file = syn::parse_file(&text).unwrap_or_else(|why| panic!("{}: {why}", source.path));
            let mut reader = Reader {
                module: source.module.clone(),
                source: &mut source,
                of_tests: &mut of_tests,
            };
            reader.visit_file(&file);
            sources.push(source);
        }
        sources.retain(|source| !of_tests.iter().any(|module| source.module.starts_with(module)));
        let by_module = sources.iter().enumerate().map(|(i, s)| (s.module.clone(), i)).collect();
        let macros = sources
            .iter()
            .enumerate()
            .flat_map(|(i, s)| s.exported_macros.iter().map(move |name| (name.clone(), i)))
            .collect();
        Self {
            sources,
            by_module,
            macros,
        }
    }

    /// The files that each file imports.
    pub fn imports(&self) -> Vec<BTreeSet<usize>> {
        self.sources
            .iter()
            .enumerate()
            .map(|(i, source)| self.imports_of(i, source))
            .collect()
    }

    fn imports_of(&self, index: usize, source: &Source) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for import in &source.uses {
            match &import.name {
                Some(name) if !import.is_public || source.names.contains(name) => {
                    found.extend(self.resolve(source, &import.from, &import.path, 0));
                }
                Some(_) => {}
                None if !import.is_public => found.extend(self.glob(source, import)),
                None => {}
            }
        }
        for (from, path) in &source.paths {
            found.extend(self.resolve(source, from, path, 0));
        }
        found.remove(&index);
        found
    }

    /// The files from which a glob import takes names that the code uses.
    fn glob(&self, source: &Source, import: &Use) -> BTreeSet<usize> {
        let Some(module) = self.module(source, import) else {
            return BTreeSet::new();
        };
        let target = &self.sources[module];
        let named = target.uses.iter().filter_map(|u| u.name.as_ref());
        let names = target.items.iter().chain(&target.children).chain(named);
        let used = names.filter(|name| source.names.contains(*name));
        used.filter_map(|name| self.descend(&[&target.module[..], std::slice::from_ref(name)].concat(), 0))
            .collect()
    }

    /// The file that is the module of a glob import.
    fn module(&self, source: &Source, import: &Use) -> Option<usize> {
        let path = self.absolute(source, &import.from, &import.path, 0)?;
        self.by_module.get(&path).copied()
    }

    /// The file that defines what a path names; `None` for another crate's.
    fn resolve(&self, source: &Source, from: &[String], path: &[String], depth: usize) -> Option<usize> {
        self.descend(&self.absolute(source, from, path, depth)?, depth)
    }

    /// A path from the root of the crate; `None` for another crate's, or one that begins with an
    /// item of the file itself.
    fn absolute(&self, source: &Source, from: &[String], path: &[String], depth: usize) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let joined = |base: &[String]| Some([base, rest].concat());
        match first.as_str() {
            "crate" | "sslengine_doctor" => joined(&[]),
            "self" => joined(from),
            "super" => {
                let parent = from.get(..from.len().checked_sub(1)?)?;
                match rest.first().map(String::as_str) {
                    Some("super") => self.absolute(source, parent, rest, depth),
                    _ => joined(parent),
                }
            }
            name if source.children.contains(name) => joined(&[&source.module[..], &[name.to_owned()]].concat()),
            name => {
                let import = source
                    .uses
                    .iter()
                    .find(|u| u.name.as_deref() == Some(name) && (u.path.len() > 1 || u.path[0] != name))?;
                if depth > 20 {
                    return None;
                }
                let base = self.absolute(source, &import.from, &import.path, depth + 1)?;
                joined(&base)
            }
        }
    }

    /// Walks from the root to the file that defines the item.
    fn descend(&self, path: &[String], depth: usize) -> Option<usize> {
        let mut at: Vec<String> = Vec::new();
        for (i, segment) in path.iter().enumerate() {
            let file = *self.by_module.get(&at)?;
            let source = &self.sources[file];
            let mut below = at.clone();
            below.push(segment.clone());
            if self.by_module.contains_key(&below) {
                at = below;
                continue;
            }
            if source.items.contains(segment) {
                return Some(file);
            }
            if at.is_empty()
                && let Some(file) = self.macros.get(segment)
            {
                return Some(*file);
            }
            if depth > 20 {
                return Some(file);
            }
            let rest = &path[i + 1..];
            if let Some(import) = source.uses.iter().find(|u| u.name.as_ref() == Some(segment)) {
                let path = self.absolute(source, &import.from, &import.path, depth + 1)?;
                return self.descend(&[&path[..], rest].concat(), depth + 1);
            }
            let globs = source.uses.iter().filter(|u| u.name.is_none());
            for module in globs.filter_map(|import| self.module(source, import)) {
                let target = &self.sources[module];
                if target.items.contains(segment) || target.uses.iter().any(|u| u.name.as_ref() == Some(segment)) {
                    return self.descend(&[&target.module[..], &path[i..]].concat(), depth + 1);
                }
            }
            // A macro of the file has made it.
            return Some(file);
        }
        self.by_module.get(&at).copied()
    }
}

/// Lists the `.rs` files of a folder.
fn list(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

fn module_of(path: &str) -> Vec<String> {
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|p| p == "mod") || parts == ["lib"] {
        parts.pop();
    }
    parts
}

/// Fills a [`Source`] from a parsed file.
struct Reader<'a> {
    source: &'a mut Source,
    /// The module whose items are being read: the file's, or one inside it.
    module: Vec<String>,
    of_tests: &'a mut BTreeSet<Vec<String>>,
}

impl Reader<'_> {
    fn add_use(&mut self, tree: &syn::UseTree, before: &[String], is_public: bool) {
        let with = |name: &syn::Ident| {
            let mut path = before.to_vec();
            if name != "self" || path.is_empty() {
                path.push(name.to_string());
            }
            path
        };
        match tree {
            syn::UseTree::Path(path) => {
                let mut before = before.to_vec();
                before.push(path.ident.to_string());
                self.add_use(&path.tree, &before, is_public);
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.add_use(tree, before, is_public);
                }
            }
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                let name = path.last().cloned();
                self.keep(name, path, is_public);
            }
            syn::UseTree::Rename(rename) => {
                let path = with(&rename.ident);
                self.keep(Some(rename.rename.to_string()), path, is_public);
            }
            syn::UseTree::Glob(_) => self.keep(None, before.to_vec(), is_public),
        }
    }

    fn keep(&mut self, name: Option<String>, path: Vec<String>, is_public: bool) {
        let from = self.module.clone();
        self.source.uses.push(Use {
            name,
            path,
            from,
            is_public,
        });
    }

    /// Notes the paths and names of a macro's tokens.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end_path(&mut path);
                    }
                    path.push(name.to_string());
                    self.source.names.insert(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.end_path(&mut path);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.end_path(&mut path);
    }

    fn end_path(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.source.paths.push((self.module.clone(), path));
        }
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let lines = block.span().end().line - signature.span().start().line + 1;
        let matched = block.stmts.iter().filter_map(|statement| match statement {
            syn::Stmt::Expr(syn::Expr::Match(matched), _) => Some(matched.span()),
            syn::Stmt::Local(local) => local.init.as_ref().and_then(|init| match &*init.expr {
                syn::Expr::Match(matched) => Some(matched.span()),
                _ => None,
            }),
            _ => None,
        });
        let longest = matched.map(|span| span.end().line - span.start().line + 1).max();
        let is_match = longest.is_some_and(|longest| lines - longest <= LINES_AROUND_A_MATCH);
        let name = signature.ident.to_string();
        self.source.functions.push(Function { name, lines, is_match });
    }

    fn item_name(&mut self, item: &syn::Item) {
        let name = match item {
            syn::Item::Const(i) => &i.ident,
            syn::Item::Enum(i) => &i.ident,
            syn::Item::Fn(i) => &i.sig.ident,
            syn::Item::Static(i) => &i.ident,
            syn::Item::Struct(i) => &i.ident,
            syn::Item::Trait(i) => &i.ident,
            syn::Item::Type(i) => &i.ident,
            syn::Item::Union(i) => &i.ident,
            syn::Item::Mod(i) if i.content.is_some() => &i.ident,
            syn::Item::Macro(i) => match &i.ident {
                Some(name) => {
                    if i.attrs.iter().any(|a| a.path().is_ident("macro_export")) {
                        self.source.exported_macros.insert(name.to_string());
                    }
                    name
                }
                None => return,
            },
            _ => return,
        };
        if self.module == self.source.module {
            self.source.items.insert(name.to_string());
        }
    }
}

/// Whether attributes say that something is only compiled for tests.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|a| {
        a.path().is_ident("test")
            || (a.path().is_ident("cfg") && a.parse_args::<syn::Path>().is_ok_and(|p| p.is_ident("test")))
    })
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes: &[syn::Attribute] = match item {
            syn::Item::Mod(i) => &i.attrs,
            syn::Item::Fn(i) => &i.attrs,
            syn::Item::Use(i) => &i.attrs,
            syn::Item::Const(i) => &i.attrs,
            syn::Item::Struct(i) => &i.attrs,
            syn::Item::Impl(i) => &i.attrs,
            _ => &[],
        };
        if is_test(attributes) {
            if let syn::Item::Mod(i) = item {
                let mut module = self.module.clone();
                module.push(i.ident.to_string());
                self.of_tests.insert(module);
            }
            return;
        }
        self.item_name(item);
        match item {
            syn::Item::Use(i) => {
                let is_public = !matches!(i.vis, syn::Visibility::Inherited);
                self.add_use(&i.tree, &[], is_public);
            }
            syn::Item::Mod(i) => match &i.content {
                Some((_, items)) => {
                    self.module.push(i.ident.to_string());
                    for item in items {
                        self.visit_item(item);
                    }
                    self.module.pop();
                }
                None => {
                    self.source.children.insert(i.ident.to_string());
                }
            },
            other => syn::visit::visit_item(self, other),
        }
    }

    fn visit_item_fn(&mut self, i: &'ast syn::ItemFn) {
        self.function(&i.sig, &i.block);
        syn::visit::visit_item_fn(self, i);
    }

    fn visit_impl_item_fn(&mut self, i: &'ast syn::ImplItemFn) {
        if !is_test(&i.attrs) {
            self.function(&i.sig, &i.block);
            syn::visit::visit_impl_item_fn(self, i);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut segments: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        self.end_path(&mut segments);
        syn::visit::visit_path(self, path);
    }

    fn visit_ident(&mut self, name: &'ast syn::Ident) {
        self.source.names.insert(name.to_string());
    }

    fn visit_macro(&mut self, m: &'ast syn::Macro) {
        self.visit_path(&m.path);
        self.tokens(m.tokens.clone());
    }

    fn visit_attribute(&mut self, a: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &a.meta
            && !list.path.is_ident("cfg")
        {
            self.tokens(list.tokens.clone());
        }
    }
}
