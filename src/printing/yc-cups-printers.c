/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the print server for its printers. */
#include "yc-cups-printers.h"

#include "yc-cups-ipp.h"
#include "yc-printer-capabilities-private.h"

/* Fax queues and scanners stand among the printers but put nothing on paper. */
#define NOT_FOR_PAPER ((int) (CUPS_PRINTER_FAX | CUPS_PRINTER_SCANNER))

static void
take_string (char           **target,
             ipp_attribute_t *attribute)
{
  g_free (*target);
  *target = yc_cups_ipp_dup_string (attribute);
}

static void
take_attribute (YcPrinterFacts  *facts,
                ipp_attribute_t *attribute)
{
  const char *name = ippGetName (attribute);

  if (g_str_equal (name, "printer-name"))
    take_string (&facts->name, attribute);
  else if (g_str_equal (name, "printer-info"))
    take_string (&facts->info, attribute);
  else if (g_str_equal (name, "printer-make-and-model"))
    take_string (&facts->model, attribute);
  else if (g_str_equal (name, "printer-state-message"))
    take_string (&facts->message, attribute);
  else if (g_str_equal (name, "printer-state"))
    facts->state = (ipp_pstate_t) ippGetInteger (attribute, 0);
  else if (g_str_equal (name, "printer-is-accepting-jobs"))
    facts->accepting = ippGetBoolean (attribute, 0) != 0;
  else if (g_str_equal (name, "printer-type"))
    facts->type = ippGetInteger (attribute, 0);
  else if (g_str_equal (name, "printer-state-reasons"))
    {
      g_strfreev (facts->reasons);
      facts->reasons = yc_cups_ipp_dup_strings (attribute);
    }
}

static void
take_printer (GPtrArray      *printers,
              YcPrinterFacts *taken,
              const char     *default_name)
{
  g_autoptr (YcPrinterFacts) facts = taken;

  if (facts == NULL || facts->name == NULL || (facts->type & NOT_FOR_PAPER) != 0)
    return;
  if (facts->info == NULL || *facts->info == '\0')
    {
      g_free (facts->info);
      facts->info = g_strdup (facts->name);
    }
  if (facts->reasons == NULL)
    facts->reasons = g_new0 (char *, 1);
  facts->is_default = g_strcmp0 (facts->name, default_name) == 0;
  g_ptr_array_add (printers, g_steal_pointer (&facts));
}

/* The attributes of one printer stand together; a nameless one parts it from the next. */
static GPtrArray *
read_printers (ipp_t      *answer,
               const char *default_name)
{
  GPtrArray *printers = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_printer_facts_free);
  YcPrinterFacts *facts = NULL;

  for (ipp_attribute_t *a = ippFirstAttribute (answer); a != NULL; a = ippNextAttribute (answer))
    {
      if (ippGetGroupTag (a) != IPP_TAG_PRINTER || ippGetName (a) == NULL)
        {
          take_printer (printers, g_steal_pointer (&facts), default_name);
          continue;
        }
      if (facts == NULL)
        facts = g_new0 (YcPrinterFacts, 1);
      take_attribute (facts, a);
    }
  take_printer (printers, facts, default_name);
  return printers;
}

static gboolean
find_default_printer (YcCupsConnection *connection,
                      char            **name,
                      GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ipp_t) answer = NULL;
  /* The user's own choice, as the command line tools take it. */
  const char *chosen = g_getenv ("LPDEST") != NULL ? g_getenv ("LPDEST") : g_getenv ("PRINTER");

  *name = chosen != NULL && *chosen != '\0' ? g_strdup (chosen) : NULL;
  if (*name != NULL)
    return TRUE;
  answer = yc_cups_connection_request (connection, ippNewRequest (IPP_OP_CUPS_GET_DEFAULT), "/",
                                       &local_error);
  if (answer != NULL)
    *name = yc_cups_ipp_find_string (answer, "printer-name");
  if (answer != NULL ||
      g_error_matches (local_error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_NO_PRINTER))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

void
yc_printer_facts_free (YcPrinterFacts *self)
{
  g_free (self->name);
  g_free (self->info);
  g_free (self->model);
  g_free (self->message);
  g_strfreev (self->reasons);
  g_free (self);
}

GPtrArray *
yc_cups_list_printers (YcCupsConnection *connection,
                       GError          **error)
{
  static const char *const names[] = {
    "printer-name",  "printer-info",          "printer-make-and-model",    "printer-state",
    "printer-type",  "printer-state-message", "printer-is-accepting-jobs", "printer-state-reasons",
    NULL,
  };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *default_name = NULL;
  g_autoptr (ipp_t) answer = NULL;
  ipp_t *request = ippNewRequest (IPP_OP_CUPS_GET_PRINTERS);

  yc_cups_ipp_add_user (request);
  yc_cups_ipp_ask_for (request, names);
  answer = yc_cups_connection_request (connection, request, "/", &local_error);
  /* "Not found" is how the server says that it has none. */
  if (g_error_matches (local_error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_NO_PRINTER))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) yc_printer_facts_free);
  if (answer == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (!find_default_printer (connection, &default_name, error))
    return NULL;
  return read_printers (answer, default_name);
}

YcPrinterCapabilities *
yc_cups_get_capabilities (YcCupsConnection *connection,
                          const char       *printer,
                          GError          **error)
{
  static const char *const names[] = {
    "media-supported",  "media-default",   "sides-supported", "media-source-supported",
    "copies-supported", "color-supported", NULL,
  };
  g_autoptr (ipp_t) answer = NULL;
  g_auto (GStrv) papers = NULL;
  g_auto (GStrv) sides = NULL;
  g_auto (GStrv) sources = NULL;
  g_autofree char *default_paper = NULL;
  ipp_t *request = yc_cups_ipp_new_printer_request (IPP_OP_GET_PRINTER_ATTRIBUTES, printer);
  int most = 1;

  yc_cups_ipp_ask_for (request, names);
  answer = yc_cups_connection_request (connection, request, "/", error);
  if (answer == NULL)
    return NULL;
  papers = yc_cups_ipp_find_strings (answer, "media-supported");
  sides = yc_cups_ipp_find_strings (answer, "sides-supported");
  default_paper = yc_cups_ipp_find_string (answer, "media-default");
  sources = yc_cups_ipp_find_strings (answer, "media-source-supported");
  ippGetRange (ippFindAttribute (answer, "copies-supported", IPP_TAG_RANGE), 0, &most);
  return yc_printer_capabilities_new (&(YcPrinterFeatures) {
      .papers = (const char *const *) papers,
      .default_paper = default_paper,
      .sides = (const char *const *) sides,
      .sources = (const char *const *) sources,
      .max_copies = (guint) MAX (most, 1),
      .colour = ippGetBoolean (ippFindAttribute (answer, "color-supported", IPP_TAG_BOOLEAN), 0) != 0,
  });
}
