// Prints as CSL-JSON what citation-js reads of its standard input, in the format that is named.
// Usage: node citation_js.cjs <folder of the package> <name of the format in citation-js>
const { readFileSync } = require('node:fs')
const [folder, forceType] = process.argv.slice(2)
const Cite = require(folder)
const read = new Cite(readFileSync(0, 'utf8'), { forceType, generateGraph: false })
process.stdout.write(JSON.stringify(read.data))
