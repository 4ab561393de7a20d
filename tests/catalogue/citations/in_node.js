// citeproc-js as its makers run it, in Node: reads {styles, locales, items, jobs} from the standard input and
// writes the HTML of each job, a triple of style, locale and the place of an item. Every citation is made alone.
"use strict";
const fs = require("node:fs");
const CSL = require("citeproc");

const asked = JSON.parse(fs.readFileSync(0, "utf-8"));
const items = Object.fromEntries(asked.items.map((item, place) => [`${place}`, { ...item, id: `${place}` }]));
const system = {
    retrieveLocale: (tag) => asked.locales[tag] || asked.locales["en-US"],
    retrieveItem: (id) => items[id],
};
const processors = {};
const made = asked.jobs.map(([style, locale, place]) => {
    const key = `${style} ${locale}`;
    processors[key] = processors[key] || new CSL.Engine(system, asked.styles[style], locale, true);
    processors[key].updateItems([`${place}`]);
    return processors[key].makeBibliography()[1].join("");
});
process.stdout.write(JSON.stringify(made));
