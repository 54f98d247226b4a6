import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Page } from "./page.js";
import "./style.css";

const root = document.getElementById("page");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
