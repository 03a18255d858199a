// Runs a tfjs graph model with tfjs itself: node tfjs.cjs TF.MIN.JS MODEL.JSON SHAPE INPUTS OUTPUTS
// INPUTS holds the pictures one after the other as floats; OUTPUTS gets one JSON object a picture, name to numbers in base 64.
const fs = require('fs');
const path = require('path');

const [library, file, extents, inputs, outputs] = process.argv.slice(2);
const tf = require(path.resolve(library));

async function main() {
  await tf.setBackend('cpu');
  const json = JSON.parse(fs.readFileSync(file, 'utf8'));
  const groups = json.weightsManifest;
  const bytes = Buffer.concat(groups.flatMap((group) => group.paths.map((name) => fs.readFileSync(path.join(path.dirname(file), name)))));
  const model = await tf.loadGraphModel(tf.io.fromMemory({
    modelTopology: json.modelTopology,
    weightSpecs: groups.flatMap((group) => group.weights),
    weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    format: json.format,
    generatedBy: json.generatedBy,
    convertedBy: json.convertedBy,
    signature: json.signature,
  }));
  const signature = json.signature && json.signature.outputs;
  const names = signature ? Object.keys(signature) : model.outputNodes;
  const nodes = signature ? names.map((name) => signature[name].name) : names;
  const shape = extents.split(',').map(Number);
  const raw = fs.readFileSync(inputs);
  const size = shape.reduce((product, extent) => product * extent, 1);
  const results = [];
  for (let at = 0; at + size * 4 <= raw.length; at += size * 4) {
    const values = new Float32Array(raw.buffer.slice(raw.byteOffset + at, raw.byteOffset + at + size * 4));
    const input = tf.tensor(values, shape);
    const found = model.execute(input, nodes);
    const result = {};
    [].concat(found).forEach((tensor, i) => {
      result[names[i]] = Buffer.from(new Float32Array(tensor.dataSync()).buffer).toString('base64');
    });
    results.push(result);
  }
  fs.writeFileSync(outputs, JSON.stringify(results));
}

main().catch((error) => { console.error(error); process.exit(1); });
