import { expect, test } from "vitest";
import { buildGallery } from "./gallery.ts";

const files = {
  "../../examples/lights/lights.service":
    'service lights "Report a light"\nsection a "A"\n  ask broken-on "When?" as date\n    optional\n',
  "../../examples/lights/lights.cy.words": "words Welsh for lights version 1\n",
  "../../examples/shared/common.shared": "shared common\n",
  "../../examples/alms/alms.service": 'service alms "Alms"\n',
};

test("each service brings its words and every library, in order of name", () => {
  const gallery = buildGallery(files);
  expect(gallery.map((example) => example.name)).toEqual(["alms", "lights"]);
  expect(Object.keys(gallery[1]?.texts ?? {}).sort()).toEqual(["common.shared", "lights.cy.words", "lights.service"]);
  expect(Object.keys(gallery[0]?.texts ?? {}).sort()).toEqual(["alms.service", "common.shared"]);
});

test("an example says its title, its size, and two of its own lines", () => {
  const lights = buildGallery(files)[1];
  expect(lights?.title).toBe("Report a light");
  expect(lights?.size).toBe("1 section, 5 lines");
  expect(lights?.taste).toEqual(['ask broken-on "When?" as date', "  optional"]);
});
