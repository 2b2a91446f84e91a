import { expect, test } from "vitest";
import { buildGallery } from "./gallery.ts";

const files = {
  "../../examples/lights/lights.service":
    'service lights "Report a light"\nuse street from common version 1\nsection a "A"\n  ask broken-on "When?" as date\n    optional\n',
  "../../examples/lights/lights.cy.words": "words Welsh for lights version 1\n",
  "../../examples/shared/common.shared": 'shared common "Common"\nuse road, lane from roads version 2\n',
  "../../examples/shared/common.cy.words": "words Welsh for common version 1\n",
  "../../examples/shared/common.cy.words.lock": "{}",
  "../../examples/lights/formwork.lock": "{}",
  "../../examples/shared/roads.shared": 'shared roads "Roads"\nuse street from common version 1\n',
  "../../examples/shared/other.shared": 'shared other "Other"\n',
  "../../examples/alms/alms.service": 'service alms "Alms"\n',
};

test("each service brings its words and the libraries that it uses, those that they use, and their words", () => {
  const gallery = buildGallery(files);
  expect(gallery.map((example) => example.name)).toEqual(["alms", "lights"]);
  expect(Object.keys(gallery[1]?.texts ?? {}).sort()).toEqual([
    "common.cy.words",
    "common.cy.words.lock",
    "common.shared",
    "formwork.lock",
    "lights.cy.words",
    "lights.service",
    "roads.shared",
  ]);
  expect(Object.keys(gallery[0]?.texts ?? {})).toEqual(["alms.service"]);
});

test("an example says its title, its size, and two of its own lines", () => {
  const lights = buildGallery(files)[1];
  expect(lights?.title).toBe("Report a light");
  expect(lights?.size).toBe("1 section, 6 lines");
  expect(lights?.taste).toEqual(['ask broken-on "When?" as date', "  optional"]);
});
