// The part of the engine that runs inside V8: citeproc-js and what we ask of it. It is loaded after
// citeproc.js, sees nothing but what `learn`, `compile` and `cite` are handed, and gives strings back.
"use strict";

const citations = (function (CSL) {
    const USUAL_LOCALE = "en-US";
    const ROMANISED = "x-romanised";
    const TRANSLATED = "x-translated";
    const SEGMENTS = ["persons", "institutions", "titles", "journals", "publishers", "places"];
    const locales = new Map();
    const processors = new Map();
    let asked = 0;
    let item = null;

    const system = {
        retrieveLocale: (tag) => locales.get(tag) || locales.get(USUAL_LOCALE),
        retrieveItem: () => item,
    };

    // A last author "others" means that there are more than are named: it counts as one, and "et al." is
    // what is printed for it, in styles too that would print the last name after an ellipsis.
    const constrainNames = CSL.NameOutput.prototype.constrainNames;
    CSL.NameOutput.prototype.constrainNames = function () {
        for (const variable of this.variables) {
            const names = this.freeters[variable];
            if (names.length > 1 && names[names.length - 1].literal === "others") {
                names.pop();
                this.etal_use_last = false;
            }
        }
        return constrainNames.call(this);
    };

    // Nobody but "others" is nobody.
    function dropUnnamed(item) {
        for (const [variable, names] of Object.entries(item)) {
            if (Array.isArray(names) && names.length === 1 && names[0].literal === "others") {
                delete item[variable];
            }
        }
    }

    // citeproc-js knows the capitals of some alphabets only: a name in Ә, Қ or Ө was never shortened.
    CSL.NAME_INITIAL_REGEXP = /^(\p{Lu}\p{M}*)([\p{L}\p{M}]*)(\.)*/u;

    // A given name can tell its initials: INITIAL_END stands after their letters ("Sh|olpan" is "Sh."), and
    // in front of a word that has none. The mark itself is never printed.
    const INITIAL_END = "\u2063";
    const TOLD = /([\s-]*)([^\s\u2063-]*)\u2063[^\s-]*/g;
    const initializeWith = CSL.Util.Names.initializeWith;
    CSL.Util.Names.initializeWith = function (state, name, terminator, normalizeOnly) {
        const initial = (_, gap, letters) => letters && `${gap}${letters}.`;
        const told = normalizeOnly ? name : name?.replace(TOLD, initial);
        return initializeWith.call(this, state, told?.replaceAll(INITIAL_END, ""), terminator, normalizeOnly);
    };

    function preferences(forms) {
        const main = forms === "romanised" ? "translit" : "orig";
        const wanted = Object.fromEntries(SEGMENTS.map((segment) => [segment, [main]]));
        if (forms !== "original") {
            wanted.titles.push("translat");
        }
        return wanted;
    }

    // For each segment prefix and suffix of four forms; the last of them is the translation.
    const AFFIXES = SEGMENTS.flatMap(() => ["", "", "", "", "", "", " [", "]"]);

    return {
        learn(tag, locale) {
            locales.set(tag, locale);
        },
        knows(tag) {
            return locales.has(tag);
        },
        compile(key, style, locale) {
            const processor = new CSL.Engine(system, style, locale, true);
            if (!processor.bibliography.tokens.length) {
                throw new Error("it has no bibliography");
            }
            processor.setLangTagsForCslTransliteration([ROMANISED]);
            processor.setLangTagsForCslTranslation([TRANSLATED]);
            processor.setLangPrefsForCiteAffixes(AFFIXES);
            processors.set(key, processor);
        },
        forget(key) {
            processors.delete(key);
        },
        // Each citation is made alone and under an id of its own, so that none of an earlier one is left.
        cite(key, source, forms) {
            const processor = processors.get(key);
            asked += 1;
            item = JSON.parse(source);
            item.id = `item-${asked}`;
            dropUnnamed(item);
            processor.setLangPrefsForCites(preferences(forms));
            try {
                processor.updateItems([item.id]);
                const [, entries] = processor.makeBibliography();
                return entries.join("").replaceAll(INITIAL_END, "");
            } finally {
                processor.updateItems([]);
            }
        },
    };
})(module.exports);
