/* A library like any other, and no plug-in. */
#include "shape.h"

FIXTURE_C REMIT_EXPORT int area_of(int width, int height);
FIXTURE_C REMIT_EXPORT int area_of(int width, int height) { return width * height; }
