/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an issuer's round seal looks: its name, the words below its star, its size. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_SEAL_DESIGN (yc_seal_design_get_type ())

/**
 * YC_SEAL_LEAST_MM:
 *
 * The least diameter of a seal, in mm.
 */
#define YC_SEAL_LEAST_MM 36.0

/**
 * YC_SEAL_MOST_MM:
 *
 * The largest diameter of a seal, in mm.
 */
#define YC_SEAL_MOST_MM 50.0

/**
 * YC_SEAL_USUAL_MM:
 *
 * The diameter of a village committee's seal, in mm.
 */
#define YC_SEAL_USUAL_MM 40.0

/**
 * YcSealDesign:
 * @name: the issuer's full name, along the arc
 * @below: (nullable): what stands below the star, such as "电子证明专用章"
 * @diameter_mm: from %YC_SEAL_LEAST_MM to %YC_SEAL_MOST_MM
 * @sample: %TRUE for training: 样例印章 stands below the star instead
 *
 * Never changes.
 */
typedef struct
{
  char     *name;
  char     *below;
  double    diameter_mm;
  gboolean  sample;
} YcSealDesign;

GType         yc_seal_design_get_type       (void);

/**
 * yc_seal_design_new:
 * @name: the issuer's full name
 * @below: (nullable): what stands below the star
 * @diameter_mm: the diameter; brought into its limits
 * @sample: whether it is for training
 *
 * Returns: (transfer full): a design
 */
YcSealDesign *yc_seal_design_new            (const char          *name,
                                             const char          *below,
                                             double               diameter_mm,
                                             gboolean             sample);

/**
 * yc_seal_design_new_for_place:
 * @place: a place of the catalog
 * @sample: whether it is for training
 *
 * Returns: (transfer full): the design by the place's members seal (failing that its name),
 *   seal_below and seal_mm
 */
YcSealDesign *yc_seal_design_new_for_place  (JsonObject          *place,
                                             gboolean             sample);
YcSealDesign *yc_seal_design_copy           (const YcSealDesign  *self);
void          yc_seal_design_free           (YcSealDesign        *self);

/**
 * yc_seal_design_write_svg:
 * @self: a design
 * @error: return location
 *
 * Draws the seal alone, in its true size, so that whoever sets it up sees it. May be called from
 * any thread; waits for sheets that are being composed.
 *
 * Returns: (transfer full): an SVG picture of outlines, or %NULL with %YC_CERTIFICATE_ERROR_GLYPH
 */
GBytes       *yc_seal_design_write_svg      (const YcSealDesign  *self,
                                             GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSealDesign, yc_seal_design_free)

G_END_DECLS
