/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an issuer's round seal looks: its name, the words below its star, its size. */
#include "yc-seal-design.h"

#include "yc-json.h"

G_DEFINE_BOXED_TYPE (YcSealDesign, yc_seal_design, yc_seal_design_copy, yc_seal_design_free)

YcSealDesign *
yc_seal_design_new (const char *name,
                    const char *below,
                    double      diameter_mm,
                    gboolean    sample)
{
  YcSealDesign *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (YcSealDesign, 1);
  self->name = g_strdup (name);
  self->below = below != NULL && *below != '\0' ? g_strdup (below) : NULL;
  self->diameter_mm = CLAMP (diameter_mm, YC_SEAL_LEAST_MM, YC_SEAL_MOST_MM);
  self->sample = sample;

  return self;
}

YcSealDesign *
yc_seal_design_new_for_place (JsonObject *place,
                              gboolean    sample)
{
  g_return_val_if_fail (place != NULL, NULL);

  return yc_seal_design_new (yc_json_get_string (place, "seal",
                                                 yc_json_get_string (place, "name", "")),
                             yc_json_get_string (place, "seal_below", NULL),
                             yc_json_get_double (place, "seal_mm", YC_SEAL_USUAL_MM), sample);
}

YcSealDesign *
yc_seal_design_copy (const YcSealDesign *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return yc_seal_design_new (self->name, self->below, self->diameter_mm, self->sample);
}

void
yc_seal_design_free (YcSealDesign *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->below);
  g_free (self);
}
