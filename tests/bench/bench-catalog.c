/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a whole city's catalog takes from JSON texts to the first hit: 1,300 items and 10,000
 * knowledge entries, as a desk reads them from its cache at start.
 */
#include "yc-catalog.h"
#include "yc-json.h"
#include "yc-search-catalog.h"
#include "yc-search-index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_ITEMS 1300
#define N_ENTRIES 10000
#define N_FINDS 700

static const char common[] =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
  "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形";

typedef struct
{
  const char *kind;
  char       *id;
  char       *text;
} Document;

static char *
make_text (GRand *rand,
           guint  length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint32 n = (gint32) g_utf8_strlen (common, -1);

  for (guint i = 0; i < length; i++)
    {
      const char *p = g_utf8_offset_to_pointer (common, g_rand_int_range (rand, 0, n));

      g_string_append_unichar (text, g_utf8_get_char (p));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static Document *
make_item (GRand *rand,
           guint  number)
{
  g_autofree char *title = make_text (rand, 14);
  g_autofree char *text = make_text (rand, 60);
  Document *document = g_new0 (Document, 1);

  document->kind = "item";
  document->id = g_strdup_printf ("YS-%05u", number);
  document->text = g_strdup_printf (
    "{\"code\":\"%s\",\"title\":\"%s\",\"aliases\":[\"%.12s\",\"%.12s\"],\"department\":\"d\","
    "\"level\":\"town\",\"summary\":\"%s\",\"conditions\":[\"%s\",\"%s\"],\"basis\":[\"%s\"],"
    "\"materials\":[{\"id\":\"a\",\"title\":\"%s\",\"original\":true,\"copies\":1,\"note\":\"%s\"},"
    "{\"id\":\"b\",\"title\":\"%s\",\"tolerant_days\":15},{\"id\":\"c\",\"title\":\"%s\"}],"
    "\"time_limit\":{\"minutes\":30,\"text\":\"30 分钟\"},\"fee\":0,\"channel\":\"counter\","
    "\"review\":[\"village\",\"town\"],\"return_reasons\":[\"R-1\",\"R-2\"],\"advice\":\"%s\"}",
    document->id, title, text, title, text, text, text, text, title, text, title, title, text);
  return document;
}

static Document *
make_entry (GRand *rand,
            guint  number)
{
  g_autofree char *question = make_text (rand, 16);
  g_autofree char *answer = make_text (rand, 60);
  g_autofree char *body = make_text (rand, 300);
  Document *document = g_new0 (Document, 1);

  document->kind = "entry";
  document->id = g_strdup_printf ("K-%05u", number);
  document->text = g_strdup_printf (
    "{\"id\":\"%s\",\"question\":\"%s\",\"answer\":\"%s\",\"tags\":[\"%.12s\",\"%.12s\"],"
    "\"items\":[\"YS-%05u\"],\"lists\":[],\"owner\":\"o\",\"source\":\"s\",\"body\":\"%s\"}",
    document->id, question, answer, question, answer, number % N_ITEMS, body);
  return document;
}

static GPtrArray *
make_documents (void)
{
  GPtrArray *documents = g_ptr_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_ITEMS; i++)
    g_ptr_array_add (documents, make_item (rand, i));
  for (guint i = 0; i < N_ENTRIES; i++)
    g_ptr_array_add (documents, make_entry (rand, i));
  return documents;
}

static gsize
apply_all (YcCatalog *catalog,
           GPtrArray *documents)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      Document *document = documents->pdata[i];
      g_autoptr (JsonNode) body = yc_json_parse (document->text, -1, NULL, NULL);

      n_bytes += strlen (document->text);
      if (!yc_catalog_apply (catalog, document->kind, document->id, body, NULL))
        g_error ("%s was refused", document->id);
    }
  return n_bytes;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
apply_batch (YcSearchIndex *index,
             YcSearchBatch *batch)
{
  g_autoptr (GError) error = NULL;

  if (!yc_search_index_apply (index, batch, &error))
    g_error ("%s", error->message);
}

/* As a desk does it, in batches of a size that goes fastest. */
static void
fill (YcSearchIndex *index,
      GPtrArray     *documents)
{
  g_autoptr (YcSearchBatch) batch = yc_search_batch_new ();

  yc_search_batch_begin_fill (batch);
  for (guint i = 0; i < documents->len; i++)
    {
      Document *document = documents->pdata[i];
      g_autoptr (JsonNode) body = yc_json_parse (document->text, -1, NULL, NULL);

      yc_search_catalog_put (batch, document->kind, document->id, json_node_get_object (body));
      if (yc_search_batch_get_size (batch) < YC_SEARCH_BATCH_BYTES)
        continue;
      apply_batch (index, g_steal_pointer (&batch));
      batch = yc_search_batch_new ();
    }
  yc_search_batch_end_fill (batch);
  apply_batch (index, g_steal_pointer (&batch));
}

/* Milliseconds for each of many queries, sorted. */
static void
measure_find (YcSearchIndex *index,
              double         times[N_FINDS])
{
  static const char *const queries[] = { "水", "sq", "管理", "jtsf", "证明 家电", "zhengming", "不存在" };
  const YcSearchOptions options = { .best_limit = 20 };

  for (guint i = 0; i < N_FINDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (YcSearchResult) result =
        yc_search_index_find (index, queries[i % G_N_ELEMENTS (queries)], &options, NULL);

      times[i] = (double) (g_get_monotonic_time () - begin) / 1000;
      g_assert (result != NULL);
    }
  qsort (times, N_FINDS, sizeof *times, compare);
}

int
main (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcSearchIndex) index = yc_search_index_new (NULL);
  g_autoptr (GPtrArray) documents = make_documents ();
  gint64 begin = g_get_monotonic_time (), applied, filled;
  gsize n_bytes = apply_all (catalog, documents);
  double times[N_FINDS];

  applied = g_get_monotonic_time ();
  if (!yc_search_index_open (index, NULL))
    g_error ("no index can be made");
  fill (index, documents);
  filled = g_get_monotonic_time ();
  measure_find (index, times);
  printf ("{\"bench\":\"catalog\",\"documents\":%u,\"megabytes\":%.1f,\"read_ms\":%.0f,"
          "\"index_ms\":%.0f,\"find_p50_ms\":%.1f,\"find_p99_ms\":%.1f,\"budget_find_ms\":16}\n",
          documents->len, (double) n_bytes / 1e6, (double) (applied - begin) / 1000,
          (double) (filled - applied) / 1000, times[N_FINDS / 2], times[N_FINDS * 99 / 100]);
  return 0;
}
